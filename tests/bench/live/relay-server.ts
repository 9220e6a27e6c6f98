/** A bare Socket.IO relay: passes updates on and keeps nothing. The floor to compare with. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'] });
io.on('connection', (socket) => {
	socket.on('join', (room: string, answer: () => void) => {
		void socket.join(room);
		answer();
	});
	socket.on('update', (room: string, bytes: Uint8Array) => void socket.to(room).emit('update', room, bytes));
});
http.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('live server: ready'));
process.on('SIGTERM', () => process.exit(0));
