/** What a password must be. Length counts, not special characters (NIST SP 800-63B, BSI). */

export const shortestPassword = 12;
export const longestPassword = 200;
export type PasswordFlaw = 'too_short' | 'too_long' | 'too_simple';

const common = [
	'passwort',
	'password',
	'lueckenlos',
	'lückenlos',
	'123456',
	'qwertz',
	'qwerty',
	'integration',
	'steinfurt'
];

/** @param about words that give it away: name, address */
export function flawOf(password: string, about: readonly string[] = []): PasswordFlaw | null {
	if ([...password].length < shortestPassword) return 'too_short';
	if (password.length > longestPassword) return 'too_long';
	if (new Set(password).size < 5) return 'too_simple';
	const guessable = [...common, ...about.flatMap((a) => a.toLowerCase().split(/[\s@.]+/)).filter((a) => a.length > 3)];
	let rest = password.toLowerCase();
	for (const word of guessable) rest = rest.replaceAll(word, '');
	return rest.length < 6 ? 'too_simple' : null;
}
