/**
 * What npm scripts begin with, on any Node from 20.12: installs and builds what is not up to date, then hands over to the
 * Node 24 among the packages.   node src/launch.mjs setup | start | test [args] | run <script.ts> [args] | built <script.ts> [args]
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const stamp = path.join(root, 'build', '.sources');
const follower = pathToFileURL(path.join(root, 'src', 'follow-launcher.mjs')).href;
const windows = process.platform === 'win32';

/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
/** @type {NodeJS.Signals | undefined} */
let stopping;

/**
 * Runs a command to its end. Signals are handed on once; the exit code is the command's, or 128 + the signal's number.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, follow?: boolean, quiet?: boolean, log?: number, cwd?: string }} [options]
 * @returns {Promise<number>}
 */
function run(command, args, { env = process.env, shell = false, follow = false, quiet = false, log, cwd = root } = {}) {
	return new Promise((resolve, reject) => {
		const stdio = ['inherit', log ?? 'inherit', log ?? (quiet ? 'ignore' : 'inherit'), ...(follow ? ['ipc'] : [])];
		const started = spawn(command, args, { cwd, env, shell, stdio: /** @type {'inherit'[]} */ (stdio) });
		child = started;
		started.once('error', reject);
		started.once('exit', (code, signal) => {
			child = undefined;
			resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGKILL' ? 9 : 15));
		});
		if (stopping) started.kill(stopping);
	});
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
	if (stopping) return;
	stopping = signal;
	if (child) child.kill(signal);
	else process.exit(0);
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
	console.error(sentence);
	process.exit(1);
}

/** @param {string} german @param {string} english */
function say(german, english) {
	console.log(`${german}  (${english})`);
}

// ------------------------------------------------------------------------------------------------------- packages

/** Compares the lockfile with the note npm leaves at the end of a complete installation. */
function installed() {
	try {
		const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
		const have = JSON.parse(fs.readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).packages;
		const unasked = Object.keys(have).some((key) => !wanted[key]);
		return !unasked && Object.keys(wanted).every((key) => fits(key, wanted[key], have[key]));
	} catch {
		return false;
	}
}

/** @param {string} key @param {{ version?: string, optional?: boolean }} wanted @param {{ version?: string }} [have] */
function fits(key, wanted, have) {
	if (key === '' || (!have && wanted.optional)) return true;
	return have?.version === wanted.version;
}

async function install() {
	if (!installed()) await installPackages();
	const folder = path.join(modules, 'node');
	if (!node24())
		await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, env: cleanEnvironment() });
	const node = node24();
	if (node) return node;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	return fail(
		'Node 24 fehlt unter node_modules/node. Bitte „npm install-scripts approve node && npm rebuild node" ausführen oder ' +
			'Node 24 installieren. / Node 24 is missing: allow the install script of the package "node", or install Node 24.'
	);
}

/**
 * `npm ci` refuses a lockfile that lacks an optional package of another platform, as a registry without that version
 * makes it. Then `npm install` takes the locked versions all the same – and what it did is held against the lockfile.
 */
async function installPackages() {
	say('Richte ein: Pakete werden geladen …', 'installing packages');
	const options = { env: cleanEnvironment(), shell: windows };
	const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];
	const refused = (await run('npm', ['ci', ...flags], { ...options, quiet: true })) !== 0;
	if (stopping) process.exit(0);
	if (refused) await run('npm', ['install', '--no-save', ...flags], options);
	if (stopping) process.exit(0);
	if (installed()) return;
	fail(
		'Die Pakete ließen sich nicht so installieren, wie package-lock.json sie nennt (siehe oben). / ' +
			'The packages could not be installed as package-lock.json has them.'
	);
}

/** npm runs on the machine's Node, as the one among the packages is about to be replaced, and without npm's own marks. */
function cleanEnvironment() {
	const own = path.join('node_modules', '.bin');
	const folders = (process.env.PATH ?? '').split(path.delimiter).filter((p) => !p.endsWith(own));
	/** @type {NodeJS.ProcessEnv} */
	const env = { ...process.env, PATH: folders.join(path.delimiter) };
	for (const key of Object.keys(env)) {
		if (/^npm_(config_|execpath|node_execpath|lifecycle)/i.test(key) && !isNetworkSetting(key)) delete env[key];
	}
	return env;
}

/** @param {string} key */
function isNetworkSetting(key) {
	return /registry|proxy|cafile|_ca$|cache|userconfig|globalconfig|prefix|strict_ssl/i.test(key);
}

function node24() {
	return ['node', 'node.exe'].map((f) => path.join(modules, 'node', 'bin', f)).find((f) => fs.existsSync(f));
}

// ---------------------------------------------------------------------------------------------------------- build

/** What the build itself writes among the sources: compiled messages, the detector's word lists. @param {string} file */
function generated(file) {
	const i18n = path.join('src', 'i18n');
	if (file === path.join('src', 'concepts', 'anonymity', 'data', 'lexicon.generated.js')) return true;
	if (file.startsWith(path.join(i18n, 'paraglide'))) return true;
	return file.startsWith(path.join(i18n, 'project.inlang')) && path.basename(file) !== 'settings.json';
}

/** Fingerprint of all that goes into the build. */
function sources() {
	const hash = createHash('sha256');
	const files = ['package.json', 'package-lock.json', 'vite.config.ts', 'svelte.config.js', 'tsconfig.json'];
	for (const folder of ['src', 'static']) {
		if (!fs.existsSync(path.join(root, folder))) continue;
		for (const entry of fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
			const file = path.relative(root, path.join(entry.parentPath, entry.name));
			if (entry.isFile() && !generated(file) && !file.endsWith('.test.ts')) files.push(file);
		}
	}
	for (const file of files.sort()) {
		const full = path.join(root, file);
		if (fs.existsSync(full)) hash.update(`${file}\0`).update(fs.readFileSync(full)).update('\0');
	}
	return hash.digest('hex');
}

/** @param {string} node */
async function build(node) {
	const wanted = sources();
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
	say('Baue die Oberfläche …', 'building');
	fs.rmSync(stamp, { force: true });
	const story = path.join(modules, '.build.log');
	const log = fs.openSync(story, 'w');
	const vite = path.join(modules, 'vite', 'bin', 'vite.js');
	const options = { env: withNode(node), log };
	const code =
		(await run(node, [vite, 'build', '--logLevel', 'warn'], options)) ||
		(await run(node, [path.join('src', 'i18n', 'compile.mjs')], options));
	fs.closeSync(log);
	if (stopping) process.exit(0);
	if (code !== 0) {
		console.error(fs.readFileSync(story, 'utf8'));
		fail('Der Bau ist fehlgeschlagen (siehe oben). / The build failed.');
	}
	fs.mkdirSync(path.dirname(stamp), { recursive: true });
	fs.writeFileSync(stamp, wanted);
}

/** Vite makes them with each build and each test; what runs without one may need them, too. @param {string} node */
async function wordLists(node) {
	const script = path.join('src', 'concepts', 'anonymity', 'build-lexicon.server.ts');
	if ((await run(node, [script], { env: withNode(node) })) !== 0)
		fail('Die Wortlisten fehlen (siehe oben). / No word lists.');
}

/** What is started finds Node 24 under the name `node`, too, and what was compiled before. @param {string} node */
function withNode(node) {
	const PATH = `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`;
	return { NODE_COMPILE_CACHE: path.join(modules, '.cache', 'node'), ...process.env, PATH };
}

/** Parent and, where the system tells, grandparent. */
function elders() {
	try {
		const stat = fs.readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
		return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`;
	} catch {
		return `${process.ppid}`;
	}
}

// ----------------------------------------------------------------------------------------------------------- main

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stop(signal));

// killed by force, npm cannot pass that on: its end shows in a new parent, of ours or of the shell between
if (process.env.npm_lifecycle_event && !windows) {
	const before = elders();
	setInterval(() => elders() !== before && stop('SIGTERM'), 500).unref();
}

const [task, ...args] = process.argv.slice(2);
const node = await install();
const start = [...(process.env.NODE_OPTIONS?.includes('follow-launcher') ? [] : ['--import', follower])];
/** @param {string[]} what */
const handOver = async (...what) =>
	process.exit(await run(node, [...start, ...what], { env: withNode(node), follow: true }));

if (task === 'setup') process.exit(0);
if (task === 'start') {
	await build(node);
	await handOver('src/server.ts', ...args);
}
if (task === 'test') {
	const unitOnly = args.join(' ').match(/--project[= ]unit/);
	if (!unitOnly) await build(node);
	await handOver(path.join(modules, 'vitest', 'vitest.mjs'), 'run', ...args);
}
if (task === 'built') await build(node);
if (task === 'run') await wordLists(node);
if ((task === 'run' || task === 'built') && args[0]) await handOver(...args);
fail('node src/launch.mjs setup | start | test [args] | run <script.ts> [args] | built <script.ts> [args]');
