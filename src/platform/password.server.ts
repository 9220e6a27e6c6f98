/** Passwords: argon2id at 19 MiB, two passes (OWASP Password Storage Cheat Sheet), and a comparison for nobody. */
import { hash, verify } from '@node-rs/argon2';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const minimumLength = 12;

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;
/** Security: an unknown account costs the same time as a wrong password. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
	decoy ??= hash('nobody has this password', cost);
	const right = await verify(passwordHash ?? (await decoy), password).catch(() => false);
	return right && passwordHash !== null;
}
