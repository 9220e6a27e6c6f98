/** Prints "passed failed" from Vitest's results. A file that did not load, or a failed run without a failed test, counts. */
import { readFileSync } from 'node:fs';

const [file = '', code = '1'] = process.argv.slice(2);
let passed = 0;
let failed = 0;
try {
	const results = JSON.parse(readFileSync(file, 'utf8'));
	passed = results.numPassedTests;
	const unloaded = results.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length;
	failed = results.numFailedTests + unloaded;
} catch (e) {
	console.error(`no test results: ${e.message}`);
}
if (code !== '0' && failed === 0) failed = 1;
console.log(`${passed} ${failed}`);
