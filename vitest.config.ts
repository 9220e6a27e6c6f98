/**
 * The tests: `unit` beside the code, on all cores; then `e2e` through the built hub, three files at a time as they mostly wait,
 * among them the faults, where processes are killed.
 */
import { availableParallelism } from 'node:os';
import { defineConfig, mergeConfig } from 'vitest/config';
import vite from './vite.config.ts';

// its compiler leaves timers that keep the process from ending; the global set-up runs it apart
const plugins = vite.plugins?.filter((plugin) => !(plugin && 'name' in plugin && plugin.name.includes('paraglide')));

export default mergeConfig(
	{ ...vite, plugins },
	defineConfig({
		server: { watch: null },
		test: {
			globalSetup: ['./tests/cluster.ts'],
			maxWorkers: Math.max(2, availableParallelism()),
			hookTimeout: 60_000,
			projects: [
				{
					extends: true,
					test: {
						name: 'unit',
						environment: 'node',
						include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/anonymity/*.test.ts'],
						testTimeout: 20_000,
						sequence: { groupOrder: 0 }
					}
				},
				{
					extends: true,
					test: {
						name: 'e2e',
						environment: 'node',
						include: ['tests/e2e/**/*.test.ts', 'tests/faults/**/*.test.ts'],
						maxWorkers: 3,
						testTimeout: 420_000,
						hookTimeout: 180_000,
						sequence: { groupOrder: 1 }
					}
				}
			]
		}
	})
);
