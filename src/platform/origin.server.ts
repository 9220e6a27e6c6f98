/** Security: nobody can write for you – every non-GET must come from our own pages (RELIABILITY: promise 17). */

/** Sec-Fetch-Site decides where the browser sends it; Origin must be ours wherever it is sent. */
export function isOwnRequest(method: string, headers: Headers, own: string): boolean {
	if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true;
	const site = headers.get('sec-fetch-site');
	if (site && site !== 'same-origin' && site !== 'none') return false;
	const origin = headers.get('origin');
	return origin === null ? site === 'same-origin' || site === null : origin === own;
}

export const securityHeaders: Record<string, string> = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'
};
