/** Places smaller than the 24 municipalities of the county, by municipality; then towns around, and towns people fled from. From common knowledge of the area. */
export const localities: Readonly<Record<string, string>> = {
	Altenberge: 'Entrup Hansell Hohenhorst Kümper Waltrup Westenfeld',
	Emsdetten: 'Ahlintel Austum Hembergen Hollingen Isendorf Sinningen Veltrup Westum Lerchenfeld Nordwalder Berge',
	Greven:
		'Aldrup Bockholt Fuestrup Gimbte Guntrup Herbern Hüttrup Maestrup Pentrup Reckenfeld Schmedehausen Wentrup Westerode Wöste',
	Hörstel: 'Bevergern Birgte Dreierwalde Gravenhorst Ostenwalde Riesenbeck Uthuisen Lager Torfmoorsee',
	Hopsten: 'Halverde Schale Breischen Rüschendorf Osterbauer',
	Horstmar: 'Leer Haltern Ostendorf Alst Schagern Niedern',
	Ibbenbüren:
		'Alstedde Bockraden Dickenberg Dörenthe Laggenbeck Lehen Osterledde Püsselbüren Schafberg Schierloh Uffeln Bögelhof Pommeresch Aasee Lehrte',
	Ladbergen: 'Hölter Overbeck Wester Erpenbeck',
	Laer: 'Holthausen Vowinkel Aabauerschaft Altenburg',
	Lengerich: 'Antrup Exterheide Hohne Höste Intrup Ringel Schollbruch Settel Stadtfeldmark Wechte Niederlengerich',
	Lienen: 'Dorfbauer Holperdorp Holzhausen Kattenvenne Meckelwege Ostenfelde Westerbeck',
	Lotte: 'Alt-Lotte Büren Halen Osterberg Wersen Wersch',
	Metelen: 'Naendorf Samberg',
	Mettingen:
		'Ambergen Berentelg Bruch Höveringhausen Katermuth Langenbrück Muckhorst Nierenburg Nordhausen Schlickelde Wiehe',
	Neuenkirchen: 'Arnold Landersum Offlum Sutrum Harum Sutrum-Harum',
	Nordwalde: 'Scheddebrock Suttorf Feldbauerschaft Kirchbauerschaft Westerbauerschaft',
	Ochtrup: 'Langenhorst Welbergen Oster Weiner',
	Recke: 'Espel Harhof Obersteinbeck Steinbeck Sunderbauer Twenhusen Limbergen Langenacker',
	Rheine:
		'Altenrheine Baarentelgen Bentlage Catenhorn Dorenkamp Dutum Elte Eschendorf Gellendorf Hauenhorst Hörstkamp Kanalhafen Königsesch Mesum Rodde Schleupe Schotthock Stadtberg Südesch Thieberg Wadelheim Waldhügel Wietesch',
	Saerbeck: 'Middendorf Westladbergen',
	Steinfurt: 'Borghorst Burgsteinfurt Dumte Hollich Sellen Wilmsberg',
	Tecklenburg: 'Brochterbeck Ledde Leeden',
	Westerkappeln: 'Düte Hambüren Handarpe Lada Metten Osterbeck Seeste Sennlich Velpe',
	Wettringen: 'Andorf Bilk Haddorf Maxhafen Rothenberge Brechte Tie'
};

export const townsAround = `
	Aachen Ahaus Ahlen Alfhausen Arnsberg Ascheberg Augsburg Beckum Belm Berge Bergkamen Bersenbrück Bielefeld Billerbeck Bissendorf Bocholt Bochum Bonn Borken Bottrop Bramsche Bremerhaven Büren Castrop-Rauxel Chemnitz Cloppenburg Coesfeld Cottbus Darmstadt Detmold Dissen Dortmund Dresden Drensteinfurt Duisburg Dülmen Düren Düsseldorf Eisenhüttenstadt Emlichheim Emsbüren Ennepetal
	Enschede Erfurt Everswinkel Frankfurt Freiburg Freren Friedland Fürstenau Fürth Gelsenkirchen Gescher Gießen Glandorf Gronau Göttingen Gütersloh Haltern Hamm Hannover Hasbergen Haselünne Heek Heidelberg Heiden Heilbronn Hengelo Herford Herne Hilter Hörstel Hürth Iburg Iserlohn Kassel Kerpen Kiel Kleve Koblenz Köln Krefeld Legden Leverkusen Lingen Lippstadt Losser Lübeck Lüdinghausen Lüneburg Lünen
	Magdeburg Mainz Mannheim Marburg Marl Melle Meppen Minden Mönchengladbach Münster Neuss Nordhorn Nottuln Nürnberg Oberhausen Oelde Oldenzaal Olfen Osnabrück Ostbevern Oldenburg Paderborn Papenburg Potsdam Ratingen Recklinghausen Rosendahl Rostock Salzbergen Sassenberg Schapen Schöppingen Schüttorf Schwerin Selm Senden Sendenhorst Siegburg Soest Solingen Spelle Stadtlohn Stuttgart Südlohn Telgte Trier Twente Ulm Unna Vechta Velen Viersen Vreden Wallenhorst Warendorf
	Werne Wesel Wiesbaden Witten Wolfsburg Wuppertal Würzburg Zwickau
`;

export const townsOfEurope = `
	Amsterdam Rotterdam Utrecht Eindhoven Haag Groningen Maastricht Antwerpen Brüssel Gent Lüttich Paris Lyon Marseille Straßburg Lille Calais London Manchester Birmingham Dublin Kopenhagen Malmö Stockholm Göteborg Uppsala Oslo Bergen Helsinki Tallinn Riga Vilnius Kaunas Warschau Krakau Danzig Breslau Posen Lodz Lublin Stettin Kattowitz Rzeszów Przemyśl Prag Brünn Pressburg Košice Budapest Debrecen Wien Graz Linz Salzburg Innsbruck Zürich Bern Basel Genf Mailand Rom Neapel Turin Bologna Florenz Palermo Catania Lampedusa Bari Venedig Triest
	Madrid Barcelona Valencia Sevilla Malaga Lissabon Porto Athen Thessaloniki Patras Lesbos Moria Samos Chios Idomeni Edirne Nikosia Limassol Sofia Plovdiv Warna Burgas Stara Zagora Pasardschik Bukarest Cluj Iasi Timisoara Constanta Sibiu Bacau Galati Ploiesti Belgrad Novi Sad Leskovac Vranje Sarajevo Tuzla Zenica Mostar Bijeljina Zagreb Split Rijeka Osijek Ljubljana Maribor Podgorica Skopje Tetovo Ohrid Bitola Tirana Durres Elbasan Fier Shkoder Vlora Prizren Peja Ferizaj Gjilan Mitrovica Moskau Petersburg Omsk Tomsk Kasan Samara Saratow Rostow Grosny Machatschkala
	Minsk Brest Gomel Chisinau Tiraspol Balti Almaty Astana Karaganda Bischkek Taschkent Samarkand Duschanbe Aschgabat Eriwan Gjumri Tiflis Kutaissi Batumi Baku Gandscha Dubai Doha Riad Dschidda Mekka Kairo Alexandria Khartum Omdurman Dschuba Nairobi Kakuma Kampala Daressalam Kigali Kinshasa Lubumbashi Goma Luanda Tunis Sfax Algier Oran Rabat Casablanca Fes Tanger Nador Oujda Agadir Marrakesch Bengasi Misrata Sebha Colombo Kandy Kathmandu Delhi Mumbai Dhaka Chittagong Sylhet Hanoi Saigon Haiphong Peking Bangkok Manila
`;

export const townsOfOrigin = `
	Masar Mazar Scharif Sharif Qamishlo Kamishlo Amed Dohuk Duhok Serekaniye Tel-Rifaat Manbidsch Manbij Nawa Inkhil Busra Salamiya Ariha Maarat Saraqib Jisr Idlib-Stadt Baqubah Tal-Afar Sinune Bashiqa Schechan Sheikhan Khanaqin Chamchamal Puli-Khumri Pul-i-Khumri Taloqan Faizabad Mehtarlam Asadabad Lashkar Zaranj Chaghcharan Sheberghan Maimana Aqcha Ghorband Jaghori Jaghuri Behsood Khost Chost Segeneiti Adi-Quala Adi-Keih Senafe Nakfa Ghinda Afabet Areza Mai-Mine Labe Labé Mamou Kindia Kankan Nzérékoré Boke Boké Brikama Bakau Farafenni Basse Soma Gunjur Kenema Makeni Uromi Auchi Warri Asaba Onitsha Aba Owerri Abadan Abidjan Abuja Accra Adana Addis-Abeba Adi-Keyh Adiyaman Afrin Agadez Agri Ahvaz Ain-Issa Aleppo Amuda Amude Anbar Ankara Antakya Antalya Antep Asmara Assab Azaz Aden Baalbek Babylon Badachschan Badakhshan Bagdad Baghdad Baghlan Baglan Bakhmut Bachmut Baku Balch Balkh Bamako Bamiyan Bandar-Abbas Baneh Banjul Barentu Basra Batman Batumi Bazaria Behsud Beirut Belgrad Benin-City Berdjansk Berdyansk Bila-Tserkva Bilozerka Bingöl Bissau Bitlis Bosaso Botoschani Bucha Butscha Bujanovac Bukarest Burao
	Calabar Casablanca Charkiw Charkow Kharkiv Kharkov Cherson Kherson Chernihiv Cherkasy Chernivtsi Chişinău Chisinau Chmelnyzkyj Colombo Conakry Cizre Craiova Dakar Dakoro Damaskus Daraa Darayya Debaltseve Dekemhare Deir Derik Dersim Dhaka Diyarbakir Djalalabad Dohuk Duhok Donezk Donetsk Douala Douma Duma Durres Dnipro Dnipropetrowsk Dschalalabad Edirne Efrin Elazig Elbistan Enerhodar Enugu Erbil Erzincan Erzurum Farah Faryab Faisalabad Falludscha Fallujah Freetown Fushe Gardez Gaziantep Ghazni Ghasni Ghor Ghouta Gjakova Gjilan Gondar Gorlovka Gostivar
	Haditha Hama Haqlaniya Hargeisa Hasaka Hasakeh Hasakah Hassakeh Hawler Helmand Herat Homs Horliwka Idlib Irpin Isfahan Islamabad Istanbul Izium Isjum Izmir Jablah Jableh Jaffna Jalalabad Jarablus Jerewan Yerevan Jijiga Jinderes Jobar Kabul Kaduna Kahramanmaras Kakhovka Kachowka Kamischli Kamyshly Qamischli Qamishli Kandahar Kano Kapisa Karatschi Karachi Karadj Karaj Kassala Kayes Keren Kermanschah Kermanshah Kiew Kyjiw Kyiv Kirkuk Kismayo Kobane Kobani Kramatorsk Krementschuk Krywyj-Rih Kryvyi-Rih Kumanovo Kumasi Kunar Kunduz Kundus Kupjansk
	Laghman Lagos Lahore Laschkargah Latakia Lattakia Lemberg Logar Luhansk Lugansk Lutsk Luzk Lwiw Lviv Lyssytschansk Mahabad Maidan-Wardak Malatya Malakal Makejewka Mardin Mariupol Mariwan Marivan Markas Masar-e-Scharif Mazar-e-Sharif Maschhad Mashhad Massaua Massawa Mekele Mekelle Melitopol Mendefera Merka Mitrovica Mogadischu Mogadishu Mossul Mosul Mukatschewo Musch Mus Mykolajiw Mykolaiv Nabatieh Nablus Nadschaf Najaf Nangarhar Nasiriya Niamey Nikopol Nikšić Nimrus Nimruz Niš Nisibin Nouakchott Novi-Pazar Nowosibirsk Nusaybin Nyala
	Obeid Odessa Odesa Osh Otjiwarongo Palmyra Paktia Paktika Panjshir Parwan Pawlohrad Peja Peshawar Peschawar Pirot Pokrowsk Poltawa Poltava Prishtina Pristina Prizren Quetta Ramadi Raqqa Rakka Ranya Raschaja Ras-al-Ain Ras Rascht Rawalpindi Riwne Rivne Rojava Roschawa Rubischne Safita Salamiyah Salamiyya Samangan Samarra Sanaa Sanandaj Sanandadsch Sanliurfa Saporischschja Saporischja Zaporizhzhia Zaporozhye Saqqez Sardasht Sari-Pul Sarmin Senafe Serekunda Shkodra Siirt Sindschar Shingal Shengal Sinjar Sirnak Sivas Sjewjerodonezk Severodonetsk Skopje Slowjansk Slemani Sliven
	Sulaimaniya Suleimaniya Suwaida Sweida Sumy Sofia Subotica Tabriz Täbris Takoradi Tall-Abyad Tal-Abyad Takhar Tachar Tamale Tartus Tbilisi Tiflis Tehran Teheran Telafar Ternopil Teseney Tessenei Tetovo Tikrit Tirana Tripoli Tschernihiw Tscherkassy Tschernowitz Tunceli Urmia Urfa Uruzgan Usgorod Uschhorod Uzhhorod Van Varto Vinnytsia Vranje Wahdat Wardak Winnyzja Wolnowacha Xeyan Yaounde Yazd Yozgat Yuksekova Zabul Zakho Zaxo Zamboul Zarqa Zawiya Zhytomyr Schytomyr Ziguinchor Zinder Zinguinchor
`;
