/** Layer 7: facts so rare that neighbours would know the person; hints only, and few, so that they are read. */
import { personal, sentenceAround } from '#concepts/anonymity/dates.ts';
import type { Finding } from '#concepts/anonymity/findings.ts';
import type { Token } from '#concepts/anonymity/tokens.ts';

const count = '(?:(?:[6-9]|1[0-5])|fünf(?=\\s(?:schul|klein))|sechs|sieben|acht|neun|zehn|elf|zwölf)';
const illness =
	'(?:[a-zäöü]{0,16}krebs(?:es)?|leukämie|[a-zäöü]{0,6}tumors?|(?:chronische[nsr]?\\s|akute[nsr]?\\s)?nierenversagens?|niereninsuffizienz|dialyse|(?:nieren|leber|herz|knochenmark|lungen)transplantation|epilepsie|(?:früh\\w{0,12}\\s)?autis(?:mus|t|tin|tisch)|multiple[rn]?\\s+sklerose|hiv(?:-positiv)?|aids|schizophrenie|parkinson|alzheimer|trisomie(?:\\s21)?|down-syndrom|tuberkulose|hepatitis\\s[bc]|mukoviszidose|sichelzell[a-zäöüß]*|thalassämie|hämophilie|bluterkrankheit|muskeldystrophie|morbus\\s[A-ZÀ-Þ]?[a-zß-ɏ]+|querschnitt(?:s)?(?:lähmung|gelähmt)|kinderlähmung|spastik|zerebralparese|lippen-\\s?kiefer\\S*|kleinwüchsig|kleinwuchs|gehörlos(?:e[nrms]?)?|taubstumm|erblindet|gehirntumor|beinamputiert|amputiert|prothese|herzfehler|magersucht|lepra|malaria|brandverletzungen|bipolare?n?\\sstörung|diabetes|diabetiker(?:in)?|zuckerkrank|asthma|rheuma|demenz|schlaganfall|herzinfarkt|herzinsuffizienz|ptbs|posttraumatische[rn]?\\sbelastungsstörung|depressionen?|psychose|borderline|bulimie|endometriose|morbus|lungenentzündung|querschnittslähmung|parese|halbseitig\\sgelähmt|skoliose|zystische\\sfibrose|leberzirrhose|nierenkrank|dialysepflichtig|krebskrank|brustkrebs|hirntumor|hirnblutung|fehlgeburt|totgeburt|hiv-?infektion|syphilis|hepatitis)';
const trade =
	'(?:imker|hufschmied|schmied|richter|staatsanwalt|staatsanwältin|pilot|opernsänger|sänger|schauspieler|(?:fernseh|radio)?moderator|journalist|reporter|kameramann|universitätsprofessor|professor|bürgermeister|minister|vizeminister|gouverneur|abgeordnete[rn]?|general|oberst|offizier|diplomat|botschafter|dirigent|komponist|pianist|geiger|dichter|schriftsteller|bildhauer|kunstmaler|balletttänzer|tänzer|profifußballer|profisportler|nationalspieler|nationaltorwart|ringer|boxer|kapitän|fluglotse|astronom|archäologe|archäologin|geigenbauer|instrumentenbauer|uhrmacher|goldschmied|glasbläser|falkner|schäfer|tierarzt|tierärztin|herzchirurg|chirurg|fallschirmjäger|zirkusartist|artist|clown|kalligraf|teppichknüpfer|sattler|orgelbauer|bestatter|leibwächter|filmemacher|regisseur|youtuber|influencer|schornsteinfeger|scherenschleifer|kranführer|lokführer|lokomotivführer|kapitän|bergmann|taucher|minenräumer|minensucher|sprengmeister|hochseefischer|perlentaucher|jockey|dompteur|zauberer|puppenspieler|bauchredner|tänzer|choreograf|sängerin|klarinettist|trompeter|violinist|organist|musiker|hochzeitsmusiker|hochzeitsmusikant|volksmusiker|steinmetz|restaurator|kunstschmied|waffenschmied|büchsenmacher|juwelier|tätowierer|präparator|parfümeur|sommelier|winzer|hirte|kamelhirte|nomade|jäger|förster|wildhüter|polizeichef|dorfvorsteher|stammesführer|clanchef|ortsvorsteher|rabbiner|priester|mönch|nonne|bischof|vorbeter|muezzin|schamane|notar|oberstaatsanwalt|rechtsmediziner|neurochirurg|astronaut|raketeningenieur|atomphysiker|kernphysiker|geologe|meteorologe|botaniker|kryptologe|dolmetscher\\sder\\s[A-ZÀ-Þa-z]+|radiosprecher|nachrichtensprecher|synchronsprecher|zeitungsverleger|verleger|olympionike|marathonläufer|gewichtheber|schachspieler|schachgroßmeister|torwart|fußballprofi|tennislehrer|skilehrer|fallschirmspringer|rennfahrer|stuntman|model|schönheitskönigin)(?:in)?';

type Fact = readonly [fact: RegExp, why: string];
const facts: readonly Fact[] = [
	[
		/(?<![A-Za-zÀ-ɏ])(?:(?:der|die|das|als)\s)?einzige[rnms]?\s+(?:[A-Za-zÀ-ɏ]+\s){0,4}(?:weit\s+und\s+breit|im\s+(?:ort|dorf|kreis|ortsteil|kurs|haus|betrieb)|in\s+der\s+(?:gemeinde|stadt|schule|klasse|unterkunft|gegend)|am\s+ort)(?![A-Za-zÀ-ɏ])/gi,
		'Wer etwas als Einziger am Ort ist, ist leicht zu erkennen.'
	],
	[
		/(?<![A-Za-zÀ-ɏ])(?:in\s+der\s+(?:[A-Za-zÀ-ɏ]+\s)?(?:zeitung|presse)|zeitungsartikel|zeitungsbericht|(?:in\sder\s)?lokalzeitung|(?:die\s)?(?:zeitung|presse|lokalpresse)\s(?:hat\s)?(?:berichtete|berichtet)|berichtete\sdie\s(?:zeitung|presse)|(?:in\sder|in\sden|die)\s(?:WN|MV|IVZ|MZ|NOZ|BBV|GN|WAZ|WDR|westfälischen?\snachrichten|münsterländischen?\s(?:volks)?zeitung|ibbenbürener\svolkszeitung|münsterschen?\szeitung|lokalpresse)|(?:fernseh|radio|wdr)-?(?:team|beitrag|bericht)|lokalzeit|(?:im|das)\sfernsehen|im\sradio|in\sder\slokalzeit)(?![A-Za-zÀ-ɏ])/gi,
		'Was in der Zeitung stand, lässt sich der Person zuordnen.'
	],
	[
		/(?<![A-Za-zÀ-ɏ])(?:drillinge?n?|vierlinge|zwillinge?n?(?:sbruder|sschwester|spaar|smädchen|sjungen?|skinder)?)(?!\s?-)(?![A-Za-zÀ-ɏ])/gi,
		'Mehrlinge sind selten; das kann die Familie verraten.'
	],
	[
		new RegExp(
			`(?<![A-Za-zÀ-ɏ0-9.,])(?:(?:mutter|vater|eltern)\\svon\\s)?${count}\\s+(?:(?:minderjährigen?|gemeinsamen?|leiblichen?|kleinen?|eigenen?)\\s)?(?:(?:schul|klein)?kindern?|söhnen?|töchtern?)(?![A-Za-zÀ-ɏ])|(?<![A-Za-zÀ-ɏ])(?:sechs|sieben|acht|neun|zehn)fache[rn]?\\s(?:mutter|vater)`,
			'gi'
		),
		'So viele Kinder sind selten; „kinderreich“ genügt meist.'
	],
	[
		new RegExp(`(?<![A-Za-zÀ-ɏ-])${illness}(?![A-Za-zÀ-ɏ-])`, 'gi'),
		'Eine benannte Krankheit kann die Person verraten und ist besonders geschützt.'
	],
	[
		new RegExp(
			`(?<![A-Za-zÀ-ɏ])(?:war(?:\\s(?:er|sie|dort|früher|lange|in\\s[A-ZÀ-Þ][A-Za-zÀ-ɏ]+)){0,2}|sei|als|beruf:|von\\sberuf|gelernte[rn]?|ehemalige[rn]?|früher)\\s(${trade})(?![A-Za-zÀ-ɏ])`,
			'gi'
		),
		'Ein seltener Beruf kann die Person verraten.'
	],
	[
		/(?<![A-Za-zÀ-ɏ])(?:(?:schach|welt|europa|landes|vize(?:welt)?|box|ringer|staats|deutsche[rn]?\s)meister(?:in)?|lebensretter(?:in)?|schützenkönig(?:in)?|weltrekord(?:ler|lerin)?|preisträger(?:in)?|ehrenbürger(?:in)?|bundesverdienstkreuz|rettungsmedaille|ausgezeichnet\smit\s[A-Za-zÀ-ɏ]+)(?![A-Za-zÀ-ɏ])/gi,
		'Wofür jemand geehrt wurde oder bekannt ist, kann die Person verraten.'
	],
	[
		/(?<![A-Za-zÀ-ɏ])(?:ermordet|umgebracht|erschossen|hingerichtet|(?:opfer|überlebende[rn]?)\s(?:des|eines|von)\s[A-Za-zÀ-ɏ]{4,24}|messerangriff|säureangriff|brandanschlag|nationalmannschaft|olympia(?:de)?|schiffsuntergang)(?![A-Za-zÀ-ɏ])/gi,
		'Was nur wenigen geschah, kann die Person verraten.'
	]
];
/** Where a note says no "er" or "sie", these tell that an illness is somebody's. */
const diagnosed = /(?<![A-Za-zÀ-ɏ])(?:diagnose|dg\.?|erkrankt|leidet|pflegegrad|gdb|atteste?)(?![A-Za-zÀ-ɏ])/i;

/** How the words begin that each of these facts is made of, by the first four letters. */
const beginnings: readonly string[] = [
	'einz',
	'wn mv ivz mz noz bbv gn waz wdr west müns ibbe zeit pres loka beri fern radi',
	'dril vier zwil',
	'sech sieb acht neun zehn elf zwöl fünf',
	'leuk tumo nier dial tran epil auti früh mult hiv aids schi park alzh tris down tube hepa muko sich thal hämo blut musk morb quer diab zuck asth rheu deme schl ptbs post depr psyc bord buli endo lung pare halb skol zyst lebe nier brus hirn fehl totg syph quer spas zere lipp klei gehö taub erbl bein ampu prot herz mage lepr mala bran bipo',
	'kran lokf loko berg tauc mine spre hoch perl jock domp zaub pupp bauc tänz chor klar trom viol orga musi volk stei rest waff büch juwe täto präp parf somm winz hirt kame noma jäge förs wild poli dorf stam clan orts rabb prie mönc nonn bisc vorb muez nota ober rech neur astr rake atom kern geol mete bota kryp dolm nach sync verl olym mara gewi torw fußb tenn skil renn stun mode schö imke hufs schm rich staa pilo oper säng scha mode jour repo kame univ prof bürg mini vize gouv abge gene ober offi dipl bots diri komp pian geig dich schr bild kuns ball tänz nati ring boxe kapi flug astr arch inst uhrm gold glas falk schä tier herz chir fall zirk arti clow kall tepp satt orge best leib film regi yout infl scho sche radi fern',
	'scha welt euro land vize box ring staa deut lebe schü prei ehre bund rett ausg',
	'ermo umge ersc hing opfe über mess säur bran nati olym schi'
];
const factsBy = new Map<string, Fact[]>();
facts.forEach((fact, i) => {
	for (const word of beginnings[i]!.split(' ')) factsBy.set(word, [...(factsBy.get(word) ?? []), fact]);
});
const illnesses = [facts[4]!];
const many = [facts[3]!];
const digits = /(?<!\d)(?:[6-9]|1[0-5])\s[a-zäöü]*(?:kind|söhn|töcht)/gi;

export function rareFactFindings(text: string, tokens: readonly Token[]): Finding[] {
	const found: Finding[] = [];
	const named = personal.test(text);
	const look = (cue: number, some: readonly Fact[]) => {
		const from = Math.max(0, cue - 40);
		const piece = text.slice(from, cue + 80);
		for (const [fact, why] of some) {
			fact.lastIndex = 0;
			for (let m = fact.exec(piece); m; m = fact.exec(piece)) {
				const written = m[1] ?? m[0];
				const start = from + m.index + m[0].length - written.length;
				const end = start + written.length;
				const sentence = sentenceAround(text, start, end);
				// an entry of a list says no "er" or "sie"
				const entry = /^\s{0,2}[-–•*+·]\s/.test(text.slice(text.lastIndexOf('\n', start) + 1, start + 1)) && named;
				if (entry || personal.test(sentence) || diagnosed.test(sentence))
					found.push({ start, end, label: 'RARE_FACT', severity: 'amber', why });
			}
		}
	};
	for (const { lower, start } of tokens) {
		const some = factsBy.get(lower.slice(0, 4));
		if (some) look(start, some);
		else if (lower.endsWith('krebs') || lower.endsWith('tumor')) look(start, illnesses);
	}
	digits.lastIndex = 0;
	for (let m = digits.exec(text); m; m = digits.exec(text)) look(m.index, many);
	return found;
}
