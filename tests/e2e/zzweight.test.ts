import { gzipSync } from 'node:zlib';
import { test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { typed } from '../bench/typing.ts';
import { startHub } from '../e2e/hub.ts';
test('x', async () => {
const hub = await startHub(); const browser = await launchBrowser();
try {
  for (const [who, path] of [['fallmanagement-a', '/cases/new'], ['fallmanagement-a', '/cases'], ['fallmanagement-a', '/reports/new'], ['koordination', '/proposals/new'], ['koordination', '/gaps']] as const) {
    const cookie = await hub.login(who); const ctx = await browser.newContext(); const [k, v] = cookie.split('=');
    await ctx.addCookies([{ name: k!, value: v!, url: hub.url }]); const page = await ctx.newPage(); const urls = new Map<string, string>();
    page.on('request', (r) => { if (r.resourceType() === 'script') urls.set(r.url(), ''); });
    await page.goto(hub.url + path, { waitUntil: 'networkidle' }); 
    const rows: [number, string][] = [];
    for (const u of urls.keys()) rows.push([gzipSync(Buffer.from(await (await fetch(u)).arrayBuffer())).length, u.replace(hub.url, '')]);
    rows.sort((a, b) => b[0] - a[0]);
    console.log(path, rows.length, rows.reduce((s, r) => s + r[0], 0));
    if (path === '/cases/new' || path === '/gaps') for (const r of rows.slice(0, 24)) console.log('  ', r[0], r[1]);
    if (path === '/cases/new') { const t = (await typed(page)).toSorted((a, b) => a - b); console.log('TYPING p50', t[30], 'p95', t[57], 'max', t[59]); }
    await ctx.close();
  }
} finally { await browser.close(); await hub.stop(); }
}, 300000);
