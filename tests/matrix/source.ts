/** What the source offers to the outside: pages and their data, verbs of endpoints, form actions, socket events. */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback'];

function filesBelow(dir: string): string[] {
	return fs
		.readdirSync(dir, { withFileTypes: true, recursive: true })
		.filter((e) => e.isFile())
		.map((e) => path.join(e.parentPath, e.name))
		.sort();
}
const routeOf = (dir: string, file: string): string =>
	`/${path.relative(dir, path.dirname(file)).split(path.sep).join('/')}`;

/** `GET /(hub)/gaps/[id]`: one a page, one a verb of an endpoint. */
export function routesIn(dir: string): string[] {
	const found = filesBelow(dir).flatMap((file) => {
		const name = path.basename(file);
		if (/^\+page(@.*)?\.(svelte|server\.ts|ts)$/.test(name)) return [`GET ${routeOf(dir, file)}`];
		return name === '+server.ts'
			? exportsOf(file)
					.filter((x) => verbs.includes(x))
					.map((verb) => `${verb} ${routeOf(dir, file)}`)
			: [];
	});
	return [...new Set(found)].sort();
}

/** `/(hub)/gaps/[id]?/follow`; the unnamed action is `?/default`. */
export function actionsIn(dir: string): string[] {
	return filesBelow(dir)
		.filter((file) => path.basename(file).startsWith('+page') && file.endsWith('.server.ts'))
		.flatMap((file) => actionNames(parse(file)).map((name) => `${routeOf(dir, file)}?/${name}`))
		.sort();
}

/** Names of the events that `socket.on` and `io.on` listen to. */
export function socketEventsIn(dir: string): string[] {
	const names = filesBelow(dir)
		.filter((file) => file.endsWith('.server.ts'))
		.flatMap((file) => [
			...fs.readFileSync(file, 'utf8').matchAll(/\b(?:socket|io|namespace)\s*\.\s*(?:on|once|onAny)\(\s*([^,)]*)/g)
		])
		.map((m) => /^['"`]([^'"`]+)['"`]$/.exec(m[1]!.trim())?.[1] ?? `not readable: ${m[0]}`);
	return [...new Set(names)].sort();
}

const parse = (file: string): ts.SourceFile =>
	ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
const isExported = (node: ts.Node): boolean =>
	ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword);

function exportsOf(file: string): string[] {
	return parse(file).statements.flatMap((s) => {
		if (ts.isExportDeclaration(s)) throw new Error(`${file}: an export the matrix cannot read`);
		if (!isExported(s)) return [];
		if (ts.isFunctionDeclaration(s)) return s.name ? [s.name.text] : [];
		return ts.isVariableStatement(s) ? s.declarationList.declarations.map((d) => d.name.getText()) : [];
	});
}

function actionNames(source: ts.SourceFile): string[] {
	const declared = source.statements
		.filter((s): s is ts.VariableStatement => ts.isVariableStatement(s) && isExported(s))
		.flatMap((s) => [...s.declarationList.declarations])
		.find((d) => d.name.getText() === 'actions');
	if (!declared) {
		if (/export\s[^;]*\bactions\b/.test(source.text))
			throw new Error(`${source.fileName}: actions the matrix cannot read`);
		return [];
	}
	let value = declared.initializer;
	while (value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value))) value = value.expression;
	if (!value || !ts.isObjectLiteralExpression(value))
		throw new Error(`${source.fileName}: actions the matrix cannot read`);
	return value.properties.map((p) => {
		if (!p.name || ts.isComputedPropertyName(p.name))
			throw new Error(`${source.fileName}: an action the matrix cannot read`);
		return ts.isStringLiteral(p.name) ? p.name.text : p.name.getText();
	});
}
