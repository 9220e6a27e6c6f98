/** What the environment says, parsed once at start. Secrets come from here and from nowhere else. */
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';

const flag = v.pipe(
	v.optional(v.string(), ''),
	v.transform((s) => s === '1' || s === 'true')
);
const schema = v.object({
	DATABASE_URL: v.optional(v.string()),
	/** The address people open, e.g. https://hub.example.org – required with DATABASE_URL. */
	ORIGIN: v.optional(
		v.pipe(
			v.string(),
			v.url(),
			v.transform((s) => new URL(s).origin)
		)
	),
	HOST: v.optional(v.string()),
	PORT: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(0), v.maxValue(65535))),
	SMTP_URL: v.optional(v.string()),
	MAIL_FROM: v.optional(v.string(), 'Lückenlos <lueckenlos@localhost>'),
	/** Number of proxies in front that add X-Forwarded-For. */
	TRUSTED_PROXIES: v.optional(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(0)), '0'),
	LOG_LEVEL: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
	TRIAL: flag
});

const parsed = v.parse(schema, process.env);
const shared = globalThis as Record<symbol, unknown>;

/** Without a database of its own the hub runs in trial mode: loopback only, demo world, no mail leaves it. */
export const trialMode = (): boolean => parsed.TRIAL || !parsed.DATABASE_URL;
export const environment = { ...parsed, production: Boolean(parsed.DATABASE_URL) && !parsed.TRIAL };
/** New at each start of the process; the web bundle and server.ts share it. */
export const boot = (shared[Symbol.for('lueckenlos.boot')] ??= randomUUID()) as string;
export const version = '0.1.0';
/** Address for links in mails, without a slash at the end. */
export const baseUrl = (): string => parsed.ORIGIN ?? `http://127.0.0.1:${parsed.PORT ?? 3000}`;
