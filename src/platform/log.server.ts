/** The log: no personal data – names, addresses and texts are cut out before they are written. */
import { pino } from 'pino';
import { environment } from './env.server.ts';

export const log = pino({
	level: environment.LOG_LEVEL,
	base: null,
	redact: {
		paths: [
			'email',
			'name',
			'password',
			'token',
			'text',
			'body',
			'*.email',
			'*.name',
			'*.password',
			'*.token',
			'*.text',
			'*.body',
			'err.params',
			'err.query',
			'err.detail'
		],
		remove: true
	},
	serializers: {
		// a database error carries the values of the statement in its message and detail: keep what locates it only
		err: (e: unknown) =>
			e instanceof Error ? { type: e.name, code: codeOf(e), stack: stackWithoutMessage(e) } : { type: typeof e }
	}
});

/** The message goes as a whole first: a line of what somebody typed may begin like one of the stack. */
const stackWithoutMessage = (e: Error): string =>
	(e.stack ?? '')
		.replace(e.message, () => '')
		.split('\n')
		.filter((l) => l.trimStart().startsWith('at '))
		.slice(0, 12)
		.join('\n');

/** drizzle wraps the driver's error; its SQLSTATE is what helps. */
const codeOf = (e: Error): unknown =>
	(e as { code?: unknown }).code ?? (e.cause instanceof Error ? codeOf(e.cause) : undefined);
