/** How a program reads the hub, for everybody: anybody may make a token, and it tells what its owner sees. */
import { apiPath } from '#concepts/oparl/addresses.ts';
import { limits } from '#concepts/oparl/listing.rules.ts';
import { baseUrl } from '#platform/env.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ entrance: baseUrl() + apiPath, ...limits });
