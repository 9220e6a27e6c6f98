/** Why a gap stands where it stands, in one line: „6 Gemeinden, wenige Träger, 2 Rechtskreise, seit 14 Monaten“. */
import { m } from '#i18n/paraglide/messages.js';
import type { GapBefore } from './gate1.queries.server.ts';

const worst = 3;

export function becauseOf(g: GapBefore): string {
	const municipalities =
		g.municipalities === 1 ? m.steering_n_municipalities_one() : m.steering_n_municipalities({ n: g.municipalities });
	const carriers =
		g.carriers === 'few'
			? m.steering_n_carriers_few()
			: g.carriers === 1
				? m.steering_n_carriers_one()
				: m.steering_n_carriers({ n: g.carriers });
	const domains = g.legalDomains === 1 ? m.steering_n_domains_one() : m.steering_n_domains({ n: g.legalDomains });
	const months =
		g.months === 0
			? m.steering_n_months_none()
			: g.months === 1
				? m.steering_n_months_one()
				: m.steering_n_months({ n: g.months });
	const said = m.steering_because({ municipalities, carriers, domains, months });
	return g.severity >= worst ? `${said}, ${m.steering_severity_high()}` : said;
}
