/** Where drizzle-kit finds the tables and writes the migrations: `npm run db:generate`. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'postgresql',
	schema: [
		'./src/concepts/*/*tables.server.ts',
		'./src/platform/*.tables.server.ts',
		'./src/realtime/tables.server.ts'
	],
	out: './drizzle',
	casing: 'snake_case'
});
