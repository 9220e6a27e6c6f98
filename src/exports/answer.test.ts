/** The name of a file reaches every browser, and can neither end the header nor climb into another folder. */
import { expect, it } from 'vitest';
import { attachment } from './answer.server.ts';

it('is plain letters for all, and the full name for those who can read it', () => {
	expect(attachment('Niederschrift Lenkungsgruppe Rückkehr & Straße 2026-11-26', 'pdf')).toBe(
		`attachment; filename="Niederschrift Lenkungsgruppe Rueckkehr - Strasse 2026-11-26.pdf"; filename*=UTF-8''Niederschrift%20Lenkungsgruppe%20R%C3%BCckkehr%20%26%20Stra%C3%9Fe%202026-11-26.pdf`
	);
	expect(attachment("Yıldız Café (Київ) d'accord", 'docx')).toMatch(/^attachment; filename="[A-Za-z0-9 ._-]+\.docx"; /);
});
it('holds nothing that means something to a header or a folder', () => {
	const name = attachment('../../etc/passwd"\r\nset-cookie: a=b;\u202efdp.exe', 'pdf');
	expect(name).not.toMatch(/[\r\n/\\\u202e]/);
	expect(name.match(/"/g)).toHaveLength(2);
	expect(name.match(/;/g)).toHaveLength(2);
});
