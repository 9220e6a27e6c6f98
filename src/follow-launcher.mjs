/**
 * Preloaded into what launch.mjs starts: when the launcher is gone – killed, too – this process gets the same SIGTERM
 * that a clean stop would send, and is ended if that does not help.
 */
const patienceMs = 20_000;

if (process.channel) {
	process.channel.unref();
	process.once('disconnect', () => {
		setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMs).unref();
		process.kill(process.pid, 'SIGTERM');
	});
}
