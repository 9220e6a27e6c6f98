/** Words that say what kind of word comes next: a name after a title or a relative, a place after "Ortsteil", an employer after "Fa.". Lower case, as they are compared. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const titles = set(`
	herr herrn hr hrn herren frau fr frl fräulein frauen familie fam eheleute ehepaar geschwister dr prof professor professorin doktor dipl ing mr mrs schwester pater pfarrer pastor pastorin imam hodscha scheich sr
`);
/** "Frau", "Familie" are common nouns, too; what may stand before them then. */
export const nounTitles = set(
	'frau frauen familie fam geschwister fr herren schwester ehepaar eheleute professor pfarrer imam pastor doktor ing'
);
export const determiners = set(`
	die der das den dem des eine einer eines einem einen ein seine seiner seinen seinem ihre ihrer ihrem ihren ihr sein jede jeder jedes diese dieser diesem diesen dieses keine keiner kein unsere unserer meine meiner zur zum beide beiden viele alle mehrere junge jungen ältere älteren alte alleinstehende alleinerziehende schwangere geflüchtete ganze ganzen gesamte gesamten vom im am beim
`);
/** What stands after a title without being a name. */
export const roles = set(`
	richter richterin landrat landrätin bürgermeister bürgermeisterin minister ministerin kollege kollegin kollegen doktor doktorin professor professorin rechtsanwalt rechtsanwältin anwalt anwältin lehrer lehrerin nachbar nachbarin präsident präsidentin vorsitzende vorsitzender dezernent dezernentin direktor direktorin staatssekretär staatssekretärin abgeordneter abgeordnete kollege
	sachbearbeiter sachbearbeiterin dolmetscher dolmetscherin mandant mandantin klient klientin beamter beamtin notar notarin pfarrer pfarrerin dr prof dipl med ing phil jur antragsteller antragstellerin kanzler kanzlerin botschafter konsul und oder mit von ohne als mustermann musterfrau dingsda dingens dingsbums soundso sowieso unbekannt niemand
`);
export const kin = set(`
	sohn söhne söhnen sohnes tochter töchter töchtern mutter vater mutti vati eltern bruder bruders brüder schwester schwestern ehemann ehemannes ehemanns mann ehefrau gatte gattin partner partnerin lebensgefährte lebensgefährtin lebenspartner lebenspartnerin verlobter verlobte verlobten oma opa großmutter großvater onkel tante cousin cousine neffe nichte enkel enkelin enkelsohn enkeltochter schwager schwägerin schwiegermutter schwiegervater schwiegersohn schwiegertochter stiefvater stiefmutter stiefsohn stieftochter stiefkind pflegekind pflegemutter pflegevater halbbruder halbschwester zwilling zwillinge baby säugling kind kinder kindern kindes neugeborene neugeborenes kindsvater kindsmutter kindesvater kindesmutter km kv
	papa mama exmann exfrau ex ex-mann ex-frau freund freundin geschwister geschwistern zwillingsbruder zwillingsschwester kleinkind schulkind älteste ältester ältestes ältesten jüngste jüngster jüngstes jüngsten mittlere erstgeborene junge mädchen witwe witwer hund
`);
export const persons = set(`
	klient klientin klienten klientinnen kl kli klt ratsuchende ratsuchender ratsuchenden rs tn teilnehmer teilnehmerin mandant mandantin patient patientin antragsteller antragstellerin ast schüler schülerin bewohner bewohnerin mieter mieterin vermieter vermieterin vermieters nachbar nachbarin nachbarn anwalt anwältin rechtsanwalt rechtsanwältin ra rain kanzlei sachbearbeiter sachbearbeiterin sb sb'in betreuer betreuerin berufsbetreuer vormund vormundin ehrenamtlicher ehrenamtliche ehrenamtler ehrenamtlerin pate patin patenfamilie lehrer lehrerin klassenlehrer klassenlehrerin schulleiter schulleiterin erzieherin erzieher kita-leitung leiterin leiter hausarzt hausärztin kinderarzt kinderärztin arzt ärztin zahnarzt therapeut therapeutin psychologe psychologin hebamme
	dolmetscher dolmetscherin sprachmittler sprachmittlerin übersetzer übersetzerin chef chefin arbeitgeber arbeitgeberin kollege kollegin fallmanager fallmanagerin casemanager casemanagerin berater beraterin sozialarbeiter sozialarbeiterin familienhelfer familienhelferin spfh asd jugendamtsmitarbeiterin bevollmächtigter bevollmächtigte bevollmächtigten betroffene betroffener namens name vorname nachname familienname geburtsname mädchenname rufname ansprechpartner ansprechpartnerin ansprechperson kontaktperson kontakt gez i.a zeuge zeugin bürge bürgin hausmeister hausmeisterin pfarrer coach trainer trainerin mitbewohner mitbewohnerin zimmernachbar anrufer anruferin absender absenderin verfasser verfasserin unterzeichner vermieterpaar hausverwalter hausverwalterin vorarbeiter vorarbeiterin abteilungsleiter abteilungsleiterin gruppenleiter gruppenleiterin bezugsbetreuer bezugsbetreuerin bezugsbetreuung referent referentin praktikant praktikantin freiwillige freiwilliger küster imamin gutachter gutachterin kursleiter kursleiterin lehrkraft nachhilfelehrer schulbegleiter schulbegleiterin integrationshelfer integrationshelferin amtsvormund amtsvormundin vertreter vertreterin zuständig azubi auszubildende auszubildender student studentin rentner rentnerin verm vm ehefr ehem dolm dolm'in sb sb'in bearb bearbeiter bearbeiterin sachbearbeitung zust ap anspr pflegev pflegem fallführung fallführend federführung vertretung vertr urlaubsvertretung rücksprache rückspr telefonat tel tk anruf mail laut gerichtsvollzieher gerichtsvollzieherin gv polizist polizistin phk pok pk polizeikommissar polizeikommissarin kommissar kommissarin bezirksbeamter makler maklerin verwalter verwalterin eigentümer eigentümerin hauseigentümer vormieter nachmieter kumpel bekannter bekannte bekannten freundin kollegen mitschüler mitschülerin klassenkamerad schulsozialarbeiter schulsozialarbeiterin logopädin ergotherapeutin frauenärztin gynäkologin orthopäde augenarzt chirurg psychiater psychiaterin pflegerin pfleger wohnbereichsleitung schichtleiter schichtleiterin meister meisterin ausbilder ausbilderin geschäftsführer geschäftsführerin inhaber inhaberin personalchefin personalchef teamleiter teamleiterin unterzeichnende unterzeichner verfahrensbeistand ergänzungspfleger umgangspfleger petent petentin kläger klägerin beklagter beklagte schuldner schuldnerin gläubiger zeugin beschuldigter beschuldigte geschädigte geschädigter verstorbene verstorbener bruders hauptmieter untermieter haji hadschi hajji mullah maulawi ustad mama mam umm
`);
/** A name follows after these words, even if the next word is common. */
export const namers = set(
	'hochachtungsvoll herzlichst vg bg glg danke dank dir euch merci cheers regards hey huhu servus dear hej salam selam spitzname kosename heißt heisst hieß hiess namens geborene geborener geboren geb genannt alias gruß gruss grüße grüßen grüsse lg mfg hallo liebe lieber moin hi vorname nachname familienname geburtsname mädchenname rufname nennt unterschrieben gezeichnet gez'
);
export const particles = set(
	'al el ul abu abou umm um ibn bin bint ben von vom van der den de da di dos du le la zu zur zum ter ten haj hadj abd abdul abdel ait ud ur ad as ash at bou ould o mac mc st sankt'
);

export const placeLeads = set(
	'in aus nach ortsteil stadtteil wohnort ort gemeinde stadt dorf bauerschaft kreisstadt heimatort geburtsort umgebung raum richtung nähe wohnhaft gebürtig zuweisung distrikt provinz region bezirk gouvernement oblast großstadt kleinstadt heimatstadt bei um'
);
export const strictPlaceLeads = set(
	'ortsteil stadtteil wohnort gemeinde stadt dorf bauerschaft geburtsort heimatort heimatstadt wohnhaft provinz distrikt oblast gouvernement'
);
export const employerLeads = set(
	'fa firma arbeitgeber ag betrieb unternehmen spedition zeitarbeit zeitarbeitsfirma leihfirma subunternehmer'
);
/** Heads that make a school, a nursery or a firm out of the proper name beside them. */
export const institutionHeads = set(`
	schule grundschule hauptschule realschule gesamtschule sekundarschule förderschule oberschule gymnasium berufskolleg kolleg berufsschule kita kiga kindergarten kindertagesstätte kindertageseinrichtung familienzentrum krippe hort pflegeheim seniorenheim altenheim seniorenzentrum altenzentrum wohnpark seniorenstift klinik klinikum krankenhaus hospital praxis tagespflege pflegedienst apotheke
	bäckerei metzgerei fleischerei restaurant pizzeria imbiss hotel gaststätte gasthof café friseursalon salon autohaus werkstatt tischlerei schreinerei spedition gärtnerei reinigung gebäudereinigung supermarkt hof bauernhof firma fa verein sportverein moscheeverein moschee gemeinde kirchengemeinde wohnheim unterkunft kanzlei übergangswohnheim internat
`);
export const authorities = set(`
	jobcenter ausländerbehörde ausländeramt abh sozialamt jugendamt standesamt einwohnermeldeamt bürgerbüro bürgeramt rathaus wohngeldstelle wohnungsamt familienkasse kreisverwaltung stadtverwaltung gemeindeverwaltung kreis bezirksregierung amtsgericht landgericht oberlandesgericht verwaltungsgericht oberverwaltungsgericht sozialgericht landessozialgericht familiengericht arbeitsgericht vg ovg sg lsg olg lg bsg bverwg bverfg eugh vgh bag bgh agentur bundesagentur bamf arbeitsagentur finanzamt gesundheitsamt schulamt botschaft generalkonsulat konsulat auslandsvertretung lwl lvr landesregierung ministerium zab regierungspräsidium uniklinik universität fh hochschule handwerkskammer hwk ihk polizeipräsidium flughafen landesstelle universitätsklinikum
	caritas caritasverband diakonie awo drk paritätische skf skm kolping malteser johanniter vhs volkshochschule tafel
`);
/** Authorities above the county: the town behind them says nothing of the person. */
export const distantAuthorities = set(
	'amtsgericht fosa bezirksregierung verwaltungsgericht oberverwaltungsgericht sozialgericht landessozialgericht oberlandesgericht vg ovg sg lsg olg lg landgericht bsg bag bgh vgh bverwg bverfg eugh bamf lwl lvr zab regierungspräsidium universität uniklinik universitätsklinikum hochschule fh handwerkskammer hwk ihk flughafen landesstelle arbeit kreis'
);
export const months = set(
	'januar februar märz maerz april mai juni juli august september oktober november dezember jan feb febr mär mrz apr jun jul aug sep sept okt nov dez jänner'
);
export const weekdays = set(
	'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so'
);
/** Employers and shops everybody knows; personal only where somebody works. */
export const brands = set(`
	amazon aldi lidl rewe edeka penny netto kaufland norma rossmann dm müller mueller ikea obi hornbach toom bauhaus mcdonald mcdonalds burger subway kfc dhl ups hermes dpd gls fedex post telekom vodafone siemens bosch vw volkswagen daimler bmw opel claas krone tönnies toennies westfleisch apetito hellmann crespel deiters schmitz cargobull emsland fiege randstad adecco manpower persona tempton piening zalando lieferando wolt uber flink deichmann kik takko tedi action woolworth primark h&m c&a galeria stadtwerke westenergie rwe eon vattenfall envia rossmann fressnapf decathlon saturn mediamarkt
`);
export const workWords =
	/(?<![A-Za-zÀ-ɏ])(?:arbeit[A-Za-zÀ-ɏ]*|job|minijob[A-Za-zÀ-ɏ]*|nebenjob|stelle|lohn[A-Za-zÀ-ɏ]*|gehalt[A-Za-zÀ-ɏ]*|angestellt|beschäftigt|schicht[A-Za-zÀ-ɏ]*|kündigung|gekündigt|ausbildung|azubi|praktikum|arbeitgeber[A-Za-zÀ-ɏ]*|probearbeit[A-Za-zÀ-ɏ]*|eingestellt|vertrag|bewerbung|beworben|jobbt|schafft|malocht|ackert|putzt|kellnert|packt|spült|lagerist|fließband|band|akkord|leihfirma|saison[A-Za-zÀ-ɏ]*|ernte[A-Za-zÀ-ɏ]*|probetag|lehrstelle|lehre|teilzeit|vollzeit|festanstellung|chef|chefin|vorarbeiter|kollegen|tätig|firma|fa)(?![A-Za-zÀ-ɏ])/i;
