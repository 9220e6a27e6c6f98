/** Mail against a real post office that is sometimes closed: nothing is lost, nothing is doubled. */
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startQueue, type Queue } from '#jobs/queue.server.ts';
import { database, openedDatabase } from '#platform/database.server.ts';
import { openPostbox } from '#platform/mail.server.ts';
import { testDatabase, type TestDatabase } from '#platform/testing.server.ts';
import { deliver, sendMail, startMail, stopMail } from './mail.server.ts';
import { mail } from './tables.server.ts';

let db: TestDatabase;
beforeAll(async () => void (db = await testDatabase()));
afterAll(() => db.close());

type Office = { port: number; got: ParsedMail[]; close(): Promise<void> };
async function openOffice(port = 0, refuse = ''): Promise<Office> {
	const got: ParsedMail[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onRcptTo: ({ address }, _s, done) =>
			done(address === refuse ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
		onData: (stream, _s, done) => void simpleParser(stream).then((m) => (got.push(m), done()))
	});
	await new Promise<void>((r) => server.listen(port, '127.0.0.1', r));
	const address = server.server.address();
	if (typeof address !== 'object' || !address) throw new Error('no port');
	return { port: address.port, got, close: () => new Promise((r) => server.close(() => r())) };
}

const queues: Queue[] = [];
async function worker(port: number): Promise<Queue> {
	const { connect } = await openedDatabase();
	const queue = await startQueue({ connect, onError: () => undefined, pollSeconds: 0.5 });
	queues.push(queue);
	await startMail(queue, openPostbox(`smtp://127.0.0.1:${port}`, 'Lückenlos <hub@lueckenlos.example>'));
	return queue;
}
afterEach(async () => {
	stopMail();
	await Promise.all(queues.splice(0).map((q) => q.stop()));
	await (await database()).delete(mail);
});

const write = async (n: number): Promise<string[]> => {
	const d = await database();
	return d.transaction(async (tx) => {
		const ids: string[] = [];
		for (let i = 0; i < n; i++)
			ids.push(await sendMail(tx, { to: `p${i}@example.org`, subject: `Grüße ${i}`, body: `Text ${i}` }));
		return ids;
	});
};
const until = async (test: () => boolean | Promise<boolean>): Promise<void> => {
	for (let i = 0; i < 150; i++) {
		if (await test()) return;
		await sleep(100);
	}
	throw new Error('waited too long');
};
const unsent = async () => (await (await database()).select().from(mail)).filter((r) => !r.sentAt);
const messageIds = (o: Office) => o.got.map((m) => m.messageId);

describe('the outbox of mail', () => {
	it('sends nothing when the change is rolled back', async () => {
		const office = await openOffice();
		await worker(office.port);
		const d = await database();
		await d
			.transaction(async (tx) => {
				await sendMail(tx, { to: 'a@example.org', subject: 'x', body: 'y' });
				throw new Error('refused');
			})
			.catch(() => undefined);
		await write(1);
		await until(() => office.got.length === 1);
		await sleep(1200);
		expect(office.got).toHaveLength(1);
		await office.close();
	});

	it('waits while the post is closed, over a restart, and two workers send each letter once', async () => {
		const closed = await openOffice();
		const { port } = closed;
		await closed.close();
		const first = await worker(port);
		const ids = await write(12);
		await until(async () => (await unsent()).some((r) => r.lastError === 'ECONNECTION' || r.lastError === 'ESOCKET'));
		expect(await unsent()).toHaveLength(12);
		stopMail();
		await first.stop();
		const office = await openOffice(port);
		await Promise.all([worker(port), worker(port)]);
		await until(async () => (await unsent()).length === 0);
		await sleep(1000);
		expect(messageIds(office).sort()).toEqual(ids.map((id) => `<${id}@lueckenlos.example>`).sort());
		expect(office.got[0]!.subject).toMatch(/^Grüße \d+$/);
		await office.close();
	});

	it('does not send twice when two take the same letter at the same moment', async () => {
		const office = await openOffice();
		const box = openPostbox(`smtp://127.0.0.1:${office.port}`, 'hub@lueckenlos.example');
		const [id] = await write(1);
		await Promise.all([1, 2, 3, 4].map(() => deliver(box, id!)));
		expect(office.got).toHaveLength(1);
		await office.close();
	});

	it('sends letters that wait without a job, and gives up an address that does not exist', async () => {
		const office = await openOffice(0, 'p1@example.org');
		await write(2); // no queue yet: rows only
		await worker(office.port);
		await until(() => office.got.length === 1);
		await until(async () => (await unsent())[0]?.lastError === 'undeliverable 550');
		expect(await unsent()).toHaveLength(1);
		await office.close();
	});

	it('carries a calendar entry with its method and keeps line breaks out of the head', async () => {
		const office = await openOffice();
		const box = openPostbox(`smtp://127.0.0.1:${office.port}`, 'hub@lueckenlos.example');
		const d = await database();
		const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
		const id = await d.transaction((tx) =>
			sendMail(tx, { to: 'a@example.org', subject: 'Sitzung\r\nBcc: x@y.z', body: 'b', calendar })
		);
		await deliver(box, id);
		const [letter] = office.got;
		expect(letter!.subject).toBe('Sitzung Bcc: x@y.z');
		expect(letter!.bcc).toBeUndefined();
		expect(letter!.attachments.some((a) => a.contentType === 'text/calendar' || a.filename === 'einladung.ics')).toBe(
			true
		);
		expect((await d.select().from(mail).where(eq(mail.id, id)))[0]!.sentAt).not.toBeNull();
		await office.close();
	});
});
