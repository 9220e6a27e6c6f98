/** First names in Latin transcription, by where they are common; the packages know them in foreign scripts only, or not at all. */
export const givenNames: Readonly<Record<string, string>> = {
	arabic: `
		Aamir Abbas Abd Abdallah Abdalla Abdel Abdelaziz Abdelhadi Abdelhakim Abdelilah Abdelkader Abdelkarim Abdellah Abdellatif Abdelmajid
		Abdelrahman Abdelrazak Abdelwahab Abdo Abdou Abdul Abdulaziz Abdulbaki Abdulbasit Abdulhadi Abdulhakim Abdulhamid Abdulkadir Abdulkader
		Abdulkarim Abdullah Abdullatif Abdulmajeed Abdulmalik Abdulmonem Abdulrahim Abdulrahman Abdulrazzak Abdulsalam Abdulsamad Abdulwahab
		Abeer Abir Adel Adham Adib Adil Adnan Afaf Afra Ahed Ahlam Ahmad Ahmed Aicha Aisha Aischa Aida Ala Alaa Alaaeddin Ali Alia Aliaa Aliya
		Alya Amal Amani Amar Amer Amin Amina Amine Aminah Amir Amira Amirah Amjad Ammar Amna Amr Anas Anisa Anissa Anoud Anouar Anwar Aref Areej
		Arij Arwa Asaad Asad Aseel Asel Ashraf Asia Asim Asma Asmaa Assad Assaf Atef Atif Awad Ayat Aya Ayah Aymen Ayman Ayoub Ayub Ayser Aziz
		Aziza Azza Azzam Badr Badreddine Badria Baha Bahaa Baher Bahija Bahira Baker Bakr Balqis Bana Baraa Baraah Basem Basel Bashar Baschar
		Bashir Baschir Basil Basim Basima Basma Bassam Bassel Bassem Batoul Batul Bayan Bilal Billal Boushra Bushra Buthaina Chadi Chafik Chaima
		Chaimaa Charbel Dalal Dalia Dana Dania Dareen Darin Dawoud Dawud Dalya Deeb Dhia Diaa Dima Dina Djamel Djamila Doaa Doha Dua Duaa Dunia
		Eihab Elham Eman Emad Essam Eyad Fadel Fadi Fadia Fadil Fadwa Fahad Fahd Fahim Faisal Faissal Faiz Faiza Fakher Fakhri Faraj Farah Fares
		Farhan Farid Farida Faris Farouk Faruk Fathi Fathia Fatima Fatimah Fatma Fatme Fatna Fatoum Fawaz Fawzi Fawzia Fayez Faysal Feras Firas
		Firdaus Fouad Fuad Futoun Ghada Ghadeer Ghadir Ghaith Ghaleb Ghalia Ghassan Ghazal Ghazi Ghazwan Ghofran Ghufran Habib Habiba Hadeel
		Hadi Hadia Hadil Hafez Hafida Hafiz Haidar Haider Haifa Haitham Hajar Hajer Hakim Hala Halima Hamad Hamada Hamdan Hamdi Hamed Hamid
		Hamida Hammad Hammoud Hamoud Hamsa Hamza Hamzah Hana Hanaa Hanadi Hanan Hanane Hani Haneen Hanin Hania Haroun Hashem Haschem Hasan
		Hassan Hassane Hasna Hassna Hatem Hatim Haya Hayat Haytham Hazem Hazim Heba Hiba Hicham Hisham Hischam Hikmat Hilal Hind Hosam Houda
		Houssam Houssein Hossam Huda Humam Husam Hussam Hussein Husain Hussain Hussien Iba Ibaa Ibrahim Ibtihal Ibtisam Idris Idriss Ihab Ihsan
		Ikram Ilham Ilyas Ilias Iman Imad Imane Imene Imran Inaam Inas Intisar Iqbal Isam Isa Ismael Ismail Israa Issa Issam Iyad Jaafar Jabbar
		Jaber Jabir Jad Jafar Jalal Jalil Jamal Jamil Jamila Jamileh Jana Jasem Jasim Jasmin Jassem Jassim Jaouad Jawad Jaweed Jihad Jihan Jihane
		Jilan Joud Joudi Jouri Judi Jumaa Jumana Kadija Kamal Kamel Kamil Karam Kareem Karim Karima Kassem Kasim Kauthar Kaouthar Kawthar
		Khadija Khadijah Khadidja Chadidscha Khairi Khaldoun Khaled Khalid Khalil Khaoula Khawla Khayri Khouloud Khuloud Kinan Kinana Kinda Lamia
		Lamis Lana Lama Lamar Larbi Latifa Layal Layan Layla Laila Leila Lilas Lina Linda Loubna Lubna Louay Luay Loay Lujain Lujayn Luma Maher
		Mahmood Mahmoud Mahmud Maha Mahdi Maissa Maisa Maisam Maisaa Majd Majda Majed Majid Majida Malak Malek Malik Malika Manal Manar Manhal
		Mansour Mansur Maram Mariam Maryam Marwa Marwan Marwah Mariem Masoud Mayada Maya Mayar Mays Maysa Mazen Mazin Meriem Meryem Miral Moaz
		Moayad Moataz Mohamad Mohamed Mohammad Mohammed Mohannad Mohanad Mohsen Mohsin Moncef Monir Mona Monther Mostafa Mouad Mouaz Mounir
		Mounira Mourad Moussa Moustafa Muath Muaz Muayad Mudar Muhamad Muhamed Muhammad Muhammed Muhannad Mujahid Mulham Munir Munira Munther
		Murad Murhaf Musa Musab Mustafa Mustapha Mutasem Mutaz Muther Naaman Nabeel Nabil Nabila Nada Nadeem Nader Nadia Nadim Nadir Nadira
		Nadja Nael Nafisa Nagham Nahed Nahid Nahla Naima Naji Najah Najat Najeeb Najem Najib Najla Najlaa Najwa Nameer Nancy Narges Naser Nasir
		Nasr Nasser Nassim Nassima Nawal Nawar Nawaf Nawras Nayef Nazih Nazir Nermin Nidal Nihad Nihal Nisreen Nisrin Nizar Nora Noor Nour Noura
		Nourhan Nouri Nouhad Noureddine Nur Nura Nureddin Obada Obaida Obeida Odai Oday Ola Omaima Omar Omayma Omran Oraib Osama Othman Othmane
		Ousama Oussama Qais Qamar Qasem Qasim Qassem Qusai Raafat Rabab Rabah Rabea Rabee Rabi Rabia Rabie Rached Racha Rachid Rachida Radi Radwa
		Radwan Raed Raeda Rafa Rafat Rafed Rafik Rafiq Ragad Raghad Ragheb Rahaf Rahma Rahmah Raja Rajaa Rama Ramah Ramadan Ramez Rami Ramia
		Ramzi Ramzia Rana Rand Randa Rania Rasha Rascha Rashed Rashid Raschid Rasheed Rasoul Ratib Raouf Rawa Rawan Rawda Rayan Rayyan Razan
		Reda Reem Reema Reham Rehab Renad Ridha Riad Riham Rim Rima Ritaj Riyad Riyadh Rizk Roa Roaa Rola Rouba Rozan Ruba Rukaya Ruqaya
		Saad Sabah Sabeen Saber Sabir Sabri Sabrin Sabrina Sadek Sadiq Sadik Saeed Safaa Safa Safi Safia Safwan Sahar Sahel Said Saida Saif
		Saja Sajad Sajida Sakina Salah Salaheddin Salam Salama Salar Saleem Saleh Salem Salih Salim Salima Salma Salman Salmah Salman Salwa Sama
		Samar Samara Sameh Samer Sami Samia Samih Samiha Samir Samira Samiya Sana Sanaa Saousan Sara Sarah Sari Sawsan Sausan Seba Shaaban
		Shadi Schadi Shadia Shaher Shahed Shahd Shahir Shahira Shaima Shaimaa Schaima Sharif Scharif Shatha Sherif Sherin Shifa Shireen Shirin
		Soha Sohaib Souad Suad Soufian Soufiane Souhail Soulaiman Soumaya Suha Suhail Suhaib Sulafa Sulaiman Suleiman Suliman Sumaya Sundus
		Suzan Tahani Taher Tahir Taha Taim Talal Taleb Talib Talin Tamam Tamer Tamim Tammam Tarek Tarik Tariq Tasnim Tasneem Taufik Tawfik Tawfiq
		Taysir Thaer Thanaa Thara Thamer Ubaida Udai Ula Um Umaima Umar Umayma Usama Uthman Wadea Wadih Wael Wafa Wafaa Wafik Wahib Wahid Wajdi
		Wajih Wala Walaa Waled Waleed Walid Waseem Wasim Wassim Wassila Wedad Widad Wiam Wisam Wissam Yahia Yahya Yaman Yamen Yaqoub Yara
		Yaser Yasin Yasine Yasir Yasmin Yasmina Yasmine Yassin Yassine Yassir Yasser Yazan Yazid Yehia Yosef Younes Younis Younous Yosra Yousef
		Youssef Youssra Yunis Yunus Yusef Yusra Yussef Yusuf Zaher Zahi Zahia Zahir Zahra Zahraa Zaid Zaina Zainab Zaineb Zainalabdin Zakaria
		Zakariya Zaki Zakia Zakiya Zayd Zayna Zeina Zeinab Zeyad Ziad Zeyneb Zineb Ziyad Zohra Zoubir Zouhair Zubaida Zuhair Zulfiqar`,
	kurdish: `
		Agid Agit Ahin Aheen Ahmo Aram Aras Aria Arian Arin Arjin Armanc Arman Arvin Arya Aryan Asmin Asman Avan Avesta Avin Avine Aveen Awaz
		Awin Azad Azadin Bahar Bahoz Bakhtiar Bakhtyar Banaz Baran Barin Barzan Barzin Bave Bawer Bayan Behar Behzad Beritan Berivan Beriwan
		Berfin Berwar Berzan Beyan Bilind Biner Birhat Bijan Botan Brwa Bryar Bendewar Bokan Cemal Cewher Chalak Chia Chiman Chinar Choman Ciwan
		Ciya Cudi Dalal Dara Darin Darya Daryan Dashne Delal Delil Delovan Dersim Desht Deyar Diana Dijwar Dilan Dilawar Dilbar Dilbirin Dildar
		Dilek Dilgash Dilgesh Dilin Dilman Dilnaz Dilovan Dilsad Dilschad Dilscher Dilshad Dilsher Diljin Dilxwaz Dilvin Diyar Diyako Evin Evîn
		Ezda Ezdin Farhad Ferhad Ferhat Firat Galawezh Gazang Gelavej Goran Gule Gulan Gulbahar Guli Gulistan Gulizar Gulperi Gulshan Haval
		Hadar Halgurd Halmat Halo Hawar Hawin Hawraz Hawre Hawler Hazhar Hedi Helin Hejar Hejin Hemin Hendrin Heval Hevi Hevin Hewa Hewar Hezha
		Hiva Hiwa Hiwan Hozan Ivan Jamal Jan Janda Jegir Jeger Jian Jihan Jinda Jiyan Jiwan Juan Judi Jwan Kajal Kajin Karwan Kawa Kawar Kejan
		Khabat Khanda Kharman Khoshnaw Khunav Kewe Kocer Koma Kovan Kurdo Lalav Laleh Laween Lawand Lawin Lezgin Lokman Lorin Lozan Mahabad
		Maheen Mahin Marewan Medya Mehvan Mem Memo Merdan Merwan Merwe Midya Mirhat Mirza Mizgin Mohabad Muxlis Nalin Naline Namo Narin Nariman
		Naz Nazdar Nazenin Nechirvan Nergiz Nesrin Newal Newroz Nazê Nian Nigar Nishtiman Niyan Noreen Nozad Nourhat Pakhshan Parwin Peri
		Perihan Perwin Peshawa Peshang Pishtiwan Poyan Qader Ranj Ranya Rasti Rawaz Rawand Rebar Rebaz Reben Rebwar Rehana Rekan Renas Resho
		Rezan Rezhin Rinas Ripin Rizgar Rizgo Roj Roja Rojan Rojbin Rojda Rojdan Rojgar Rojhat Rojhilat Rojin Rojina Ronahi Ronak Roni Ronya
		Rosa Roshan Roschan Rosheen Roshin Rozerin Rozha Sakar Sarbaz Sardar Sarhang Sarkawt Serbest Serhad Serhat Serdar Serxwebun Sevan Sewa
		Shahla Shakar Shalaw Shano Shayda Sherko Shermin Sherzad Shevan Shilan Shiler Shiyar Shler Sherin Shno Sipan Siyabend Siyamend Sivan
		Sirwan Sherwan Scherwan Soran Soz Sozan Sozdar Tara Taban Tavin Temo Tola Vajin Viyan Warda Welat Welid Xebat Xezal Yadgar Zagros Zana
		Zanyar Zara Zelal Zerin Zeri Ziwar Zilan Zinar Zin Zozan Zozik`,
	afghan: `
		Abasin Abdulghafar Abdulwali Abdulwakil Adela Afsana Aghela Ahmadullah Ahmadzia Ahmadshah Ajmal Akbar Akram Aliahmad Alireza
		Aman Amanullah Aminullah Amrullah Anargul Arefa Arash Ariana Arezo Arezu Arzu Asadullah Asifa Asef Atiq Atiqullah Attaullah Atefa Aziza
		Azizullah Bahara Bakhtawar Baryalai Basir Basira Bashira Bashirullah Behishta Belqis Benafsha Besmellah Bibi Daud Dawood Ehsan Ehsanullah
		Elaha Elyas Esmat Esmatullah Faizullah Faraidoon Fardin Fareed Farhad Fariba Farishta Farkhunda Farzana Farzad Fawad Fazel Fazila
		Fereshta Feroz Ferozan Freshta Frishta Frozan Ghulam Gholam Golchehra Gulalai Gulab Gulnar Gulsum Hamasa Hamayun Hamidullah Hangama
		Haroon Hashmat Hashmatullah Hasib Hasibullah Hayatullah Hedayat Hedayatullah Hekmat Hekmatullah Homa Homaira Homayoun Humaira Humayun
		Idrees Ihsanullah Imamuddin Inayatullah Ismat Israr Jalaluddin Jamshid Janat Jamila Javid Jawid Kabir Kamila Kamran Karima
		Khadim Khaista Khalida Khalilullah Khan Khatera Khwaja Khojasta Khoshal Ladan Laila Latif Lailuma Lema Mahbub Mahbooba Mahboba Maiwand
		Malalai Maliha Manizha Mansoor Mariya Marina Maroof Marzia Masih Masihullah Masooma Masuma Masud Masoumeh Matiullah Mehdi Meena Mina Mir Mirwais
		Mirwaiss Mohibullah Mojtaba Morsal Mozhgan Mujib Mujibullah Mukhtar Mursal Murtaza Mostafa Muska Muslima Naderah Nadera Nafas Najia
		Najibullah Najiba Nangyalai Naqib Naqibullah Nargis Nasima Nasrin Nasratullah Naweed Navid Nawid Nazanin Nazifa Neda Negar Negin Negina
		Nesar Niaz Nilab Nilofar Niloufar Noorullah Norullah Obaid Obaidullah Omid Omer Paiman Palwasha Pamir Parisa Parnian Parwana Parwaneh
		Parwiz Pari Pashtana Qadir Qais Qasima Qudratullah Rabia Rahela Rahim Rahimullah Rahmatullah Ramin Ramazan Rashida Razia Reshad Reza
		Rohullah Roqia Rokhshana Romal Roya Rubina Ruqia Saber Sabera Sabir Sadaf Sadia Sadiqa Safiullah Safora Saifullah Sajjad Sakhi Sakina
		Samim Samiullah Sanga Sanam Sayed Sayeed Sediqa Sediqullah Shabana Shabir Shabnam Shafi Shafiq Shafiqa Shafiqullah Shah Shaista
		Shakib Shakiba Shakila Shakir Shamim Shamsullah Shapoor Sharifa Sharifullah Sher Shekiba Shekeba Shogofa Shokria Shokrullah Shukria Shukrullah
		Sibghatullah Sifatullah Sodaba Sohrab Soraya Sulaiman Sultan Suraya Tahera Tahmina Taiba Tamana Tamim Tayeba Timur Torpekai Turpekai
		Wahida Wahidullah Wakil Wahab Wais Wali Waliullah Waris Wasima Yalda Yama Yasna Yusof Zabihullah Zabiullah Zafar Zahed Zaheer Zaher Zahid
		Zakera Zalmai Zaman Zamir Zar Zarafshan Zarghuna Zarif Zarifa Zarmina Zeba Zia Ziauddin Ziaullah Zohal Zohra Zuhal Zulaikha Zulfia`,
	persian: `
		Afshin Afsaneh Ahoo Akbar Alborz Ali-Reza Amin Amirali Amirhossein Amirreza Anahita Arad Aran Aref Arezoo Arian Arman Armin Arsalan
		Arshia Artin Aryan Asal Ashkan Atena Ava Ayda Azadeh Azar Azin Babak Bahareh Bahman Bahram Bardia Behnam Behnaz Behrang Behrooz
		Behrouz Behzad Benyamin Bita Dariush Darya Delara Donya Ebrahim Ehsan Elaheh Elham Elmira Elnaz Erfan Esmaeil Fahimeh Farah Faranak
		Farhad Fariba Faride Farnaz Farrokh Farshad Farshid Farzad Farzaneh Fatemeh Forough Ghazal Ghazaleh Golnaz Hamed Hamidreza Hengameh
		Hesam Homa Hooman Houman Hossein Iman Iraj Jafar Jahangir Jaleh Kambiz Kamyar Kaveh Kian Kiana Kianoush Kimia Kiarash Khosrow Koorosh
		Kourosh Ladan Leyla Mahdi Mahdieh Mahnaz Mahsa Mahtab Majid Mandana Mani Marjan Marzieh Maryam Masoud Massoud Maziar Mehran Mehrdad Mehrnaz
		Mehrnoush Melika Milad Minoo Mitra Mohammadreza Mojgan Mojtaba Mona Morteza Morvarid Mostafa Nader Naghmeh Nahid Naser Nasim Nasrin
		Nastaran Navid Nazanin Neda Negar Negin Niki Nikoo Niloofar Nima Nooshin Omid Orod Parham Parisa Parvaneh Parvin Parviz Pedram Pegah
		Peyman Pooya Pouria Pouya Rahim Ramin Ramtin Rasoul Reihaneh Reyhaneh Reza Roozbeh Roxana Roya Sadegh Saeed Saeid Sahand Saghar
		Sahar Sajad Sam Saman Samaneh Sanaz Sara Sasan Sepehr Sepideh Setareh Shabnam Shadi Shahab Shahin Shahla Shahram Shahriar Shahrzad
		Shayan Sheida Shima Shirin Shiva Shohreh Siamak Siavash Sima Simin Sina Soheil Soheila Sohrab Solmaz Somayeh Soroush Tahereh Taraneh
		Vahid Yalda Yasaman Yeganeh Zahra Zeinab Zhaleh Zohreh`,
	tigrinya: `
		Abadit Abebe Abeba Abebech Abel Abera Aberash Abiel Abinet Abiy Abraham Abrehet Abrham Adane Adanech Adhanet Adiam Adonay Afewerki
		Afworki Aida Akberet Alay Alem Alemayehu Alemnesh Alemseged Alemtsehay Aman Amanuel Amare Amaniel Amdemichael Amete Amha Amleset Andebrhan
		Andemariam Andom Arsema Asefa Asefash Asgedom Askalu Asmeret Asmerom Assefa Aster Ataklti Awet Awetash Ayele Azeb Azieb Azmera Bahta
		Bahre Bekele Belay Belaynesh Bereket Berhane Berhe Beyene Biniam Binyam Bisrat Birhan Birhane Birkti Biruk Brhane Brikti Dagmawi Dahab
		Daniel Danait Dawit Degol Desale Desta Deborah Ejigayehu Elias Elilta Elsa Efrem Ephrem Ermias Estifanos Eyerusalem Eyob Eyasu Fana Fasil
		Fessehaye Feven Fikadu Fikre Fikreselassie Fikirte Filimon Filmon Fiori Freweini Freweyni Futsum Fitsum Gebre Gebrehiwot Gebrekidan
		Gebremariam Gebremedhin Gebremeskel Gebremichael Gebreselassie Gebretinsae Genet Gerezgiher Getachew Ghebre Ghebremedhin Ghebremeskel
		Ghebreab Ghenet Ghidey Ghirmay Girma Girmay Goitom Habtom Habtu Habte Habtemariam Hagos Haben Haftom Haile Hailemariam Hailemichael
		Haileselassie Hailu Hanna Hana Helen Henok Hermon Hewan Hirut Hiyab Hiwet Idris Isaias Isayas Iyob Kahsay Kaleb Kalkidan Kebede Kebedech
		Kibreab Kibrom Kidane Kidist Kidus Kiflay Kifle Kiros Kisanet Kokob Lemlem Lemma Letay Letebrhan Leteberhan Liya Lidya Lidiya Luam Lula
		Luwam Mahder Mahlet Makda Maekele Marta Mearaf Medhane Medhanie Medhin Mehari Mehret Mekonnen Mekdes Melake Melat Melaku Melkam Meles
		Menen Merhawi Mergia Meron Meseret Mesfin Meskerem Mihret Mihreteab Mikael Mikias Milena Milion Million Misgana Mogos Mulu Mulubrhan
		Mulugeta Mussie Musie Nahom Natnael Nardos Natsinet Nebiat Nebay Negash Negasi Negisti Netsanet Nigist Nigisti Noah Rahel Rahwa Rediet
		Redae Robel Robiel Roza Ruta Ruth Rozina Saba Saleh Salem Samrawit Samson Samuel Sara Selam Selamawit Semere Semhar Senait Sennait Senay
		Seble Sebhat Shewit Shumay Simret Simon Sinit Sisay Solomon Solyana Sosina Suleyman Surafel Tadesse Tadele Tamirat Tamrat Teame Tedros
		Teferi Tekea Tekeste Tekle Teklay Teklu Temesgen Temnit Tesfa Tesfahun Tesfai Tesfalem Tesfaldet Tesfamariam Tesfamichael Tesfay Tesfaye
		Tesfazghi Tesfu Tewelde Teweldebrhan Tewodros Tezeta Tiblets Tigist Tilahun Timnit Tirhas Tsegay Tsegai Tsegaye Tsega Tsehay Tseheytu
		Tsigereda Tsige Tsion Vanessa Weldu Winta Wegahta Weini Weynshet Wondimu Worku Woldeab Yafet Yared Yemane Yemisrach Yerusalem
		Yirga Yirgalem Yodit Yohana Yohannes Yonas Yonatan Yordanos Yosef Yosief Zaid Zebib Zekarias Zemen Zenebech Zenebe Zerihun Zewdi Zewditu`,
	somali: `
		Aaden Abdi Abdiaziz Abdifatah Abdihakim Abdikadir Abdikarim Abdilahi Abdimalik Abdinasir Abdinur Abdiqani Abdirahim Abdirahman Abdirashid
		Abdirisak Abdisalan Abdisamad Abdishakur Abdiwahab Abdiweli Abshir Abukar Adan Aden Ahmednur Amal Amina Anab Anisa Asha Asho Axmed Ayaan
		Ayan Ayanle Barkhad Barni Barwaqo Bashir Bile Bishaaro Burhan Caasha Cali Caliya Cabdi Cabdulahi Canab Cawo Daahir Dahabo Dahir Daud Deeqa Deqa Deqo
		Dhuuh Dirie Duale Ebla Ebyan Edna Egal Elmi Fadumo Faduma Farah Farhia Farhiya Farxiya Farhan Fartun Fathia Fawsia Faysal Filsan Fowsiya Geedi
		Guled Guleed Gelle Habiba Habon Halgan Halima Halimo Hamdi Hani Hassan Haweeyo Hersi Hibaq Hibo Hinda Hodan Hodo Hufan Ibado Idil Ifrah Ikran Ilhan
		Iftin Istahil Jama Jamilo Jibril Kaltun Khadar Khadija Khadra Kinsi Ladan Leyla Liban Luul Mahad Magool Mahamed Maryan Maxamed Maymun Mire Mohamud
		Muhubo Mulki Muna Muno Nasra Nasteho Nimco Nimo Nuur Omar Osman Qamar Qadan Rahma Rahmo Roble Roda Sagal Sahal Sahra Sareedo Sharmake
		Samatar Samsam Shukri Shueib Suad Suleqa Ubah Ugaas Waris Warsame Xaawo Xalimo Yasin Yurub Zakariye Zamzam Zeinab Ziyad`,
	ukrainian: `
		Adelina Albina Alena Aleksandr Aleksandra Aleksei Aleksej Aleksey Alewtyna Alexej Alexey Alina Alisa Alla Alona Aljona Anastasia Anastasiia
		Anastasija Anastasiya Anatolii Anatolij Anatoly Andrej Andrei Andrey Andrii Andrij Andriy Angelina Anhelina Anna Antonina Anton Anzhela Anzhelika
		Arina Arkadij Arsen Arsenii Arsenij Artem Artiom Artjom Artur Asja Bogdan Bogdana Bohdan Bohdana Boris Borys Daniil Danil Danilo Danylo
		Dana Danuta Darija Dariia Daria Daryna Darja Denis Denys Diana Dmitri Dmitrij Dmitry Dmytro Dmitro Dsvenyslava Eduard Ekaterina Elena Elina
		Elvira Elwira Emilia Eva Evgenij Evgenia Evgeniy Evheniia Fedir Fedor Fjodor Galina Galyna Gennadij Gennady Georgij Gleb Hanna Halyna Hlib
		Hryhorii Hryhorij Ievgen Ievheniia Ihor Igor Ilja Illia Illya Ilona Inessa Inga Inna Iraida Irina Iryna Ivan Ivanna Iwan Iwanka Julia
		Julija Juliia Juri Jurij Kamila Karina Karyna Katerina Kateryna Katja Khrystyna Kira Kirill Kiril Klavdia Klim Konstantin Kostjantyn Kostiantyn
		Kristina Krystyna Ksenia Kseniia Ksenija Kyrylo Larissa Larisa Larysa Lera Lesia Lesja Lew Lev Levko Lida Lidija Lidia Lidiia Lilia Liliia
		Liliya Lina Liubov Liudmyla Ljubow Ljubov Ljudmila Ljudmyla Lyubov Lyudmila Lyudmyla Lubov Ludmila Ludmyla Maksim Maksym Maksimilian Margaryta Marharyta
		Marichka Marija Mariia Mariana Marianna Marjana Mariya Maryna Maryana Matviy Matvii Matwij Maxim Melania Mikhail Michail Mikola Milana Miroslav
		Miroslava Myroslav Myroslava Mykhailo Mychajlo Mykola Mykyta Nadezhda Nadija Nadiia Nadiya Nadja Nadeschda Natalia Nataliia Natalija Nataliya
		Natalja Natascha Nazar Nazarii Nelia Nelli Nika Nikita Nikolai Nikolaj Nikolay Nina Nonna Oksana Oleg Oleh Olegovych Oleksandr Oleksandra
		Oleksij Oleksii Oleksiy Olena Olenka Oles Olesia Olesja Olessja Olga Olha Olya Omelian Oresta Orest Orysia Ostap Ostapa Pavlo Pawlo Pavel Pawel
		Petro Pjotr Platon Polina Pylyp Radmila Raisa Raissa Regina Renata Rimma Rita Roksolana Roman Romana Rostyslav Rostislav Ruslan Ruslana Rusłan
		Sascha Sasha Saveliy Semen Semjon Serafima Sergej Sergei Sergey Serghei Serhii Serhij Serhiy Snizhana Snischana Sofia Sofiia Sofija Sofiya
		Solomiia Solomija Stanislav Stanislaw Stanislava Stefania Stepan Svetlana Sviatoslav Svitlana Switlana Swetlana Swjatoslaw Taisia Taisiia Taissija Tamara Tanja Taras Tatiana
		Tatjana Tetiana Tetjana Tetyana Tikhon Timofej Timur Tymofii Tymofij Tymur Uljana Ulyana Vadim Vadym Valentin Valentina Valentyn Valentyna Valeria Valeriia Valerii
		Valerij Valerija Valery Vanda Varvara Vasil Vasyl Vasylyna Veronika Victoria Vika Viktor Viktoria Viktoriia Viktorija Viktoriya Violeta
		Violetta Vira Vitali Vitalii Vitalij Vitaliy Vita Vitaly Vlad Vlada Vladimir Vladislav Vladislava Vladyslav Vladyslava Volodymyr Vsevolod
		Viacheslav Vyacheslav Vjatscheslaw Wadim Wadym Waleri Walerija Walentyna Wanja Warwara Wassili Wassyl Wasyl Wera Wiktor Wiktoria Wiktorija Wira Witali Witalij
		Wlad Wladimir Wladyslaw Wladislaw Wolodymyr Yana Yaroslav Yaroslava Yaryna Yehor Yegor Yekaterina Yelena Yelyzaveta Yeva Yevhen Yevhenii
		Yevheniia Yevgeny Yevgeniya Yulia Yuliia Yuliya Yurii Yuriy Yury Yustyna Zakhar Zhanna Zinaida Zlata Zoia Zoja Zoriana Zoya Jelena
		Jelisaweta Jelysaweta Jewgenij Jewgenia Jewhen Jewhenija Jegor Jehor Jana Jaroslaw Jaroslawa Jaroslav Jurko Schanna Slata Soja Sinaida`,
	turkish: `
		Abdurrahman Adem Ahmet Alev Ali Alihan Alper Alperen Altan Anil Arda Arife Asiye Asli Aslihan Asuman Atakan Ates Atilla Attila Ayberk
		Aybüke Aydin Ayfer Ayhan Aykut Ayla Aylin Aynur Aysegül Aysel Aysen Ayse Aysu Aysun Ayten Aytekin Ayşe Azra Bahadir Bahar Baki Banu Baran
		Baris Batuhan Bayram Bedia Bedriye Behiye Bekir Belgin Belma Benan Bengü Berat Beren Beril Berk Berkan Berkay Berkant Berke Beste Betül Beyza
		Bilal Bilge Birgül Birol Birsen Bora Buket Bulut Burak Burcin Burcu Burhan Buse Bülent Büsra Canan Canberk Caner Cansu Celal Celil
		Cem Cemal Cemil Cemile Cengiz Cennet Cetin Cevdet Ceyda Ceylan Cigdem Cihan Cihangir Cüneyt Damla Davut Defne Deniz Derya Devran Devrim Didem
		Dilan Dilara Dilay Dilber Dilek Dogan Dogukan Duran Dursun Durmus Duygu Ebru Ece Ecrin Eda Efe Egemen Ekrem Ela Elanur Elif Elvan Emel
		Emin Emine Emir Emirhan Emrah Emre Enes Engin Enver Ercan Erdal Erdem Erdogan Eren Erhan Erkan Erol Ersin Ersoy Ertan Ertugrul Esin Esma
		Esra Esref Evren Eylem Eylül Eyüp Fadime Fahri Fahriye Fatih Fatma Fatos Feride Feriha Ferit Fethi Fethiye Feyza Figen Fikret Fikriye Filiz
		Firat Funda Furkan Galip Gamze Gazi Gizem Gökay Gökce Gökcen Gökhan Göksel Gönül Gözde Gül Gülay Gülbahar Gülcan Gülden Gülhan Güler Gülistan
		Güllü Gülsah Gülsen Gülser Gülsüm Gülten Gülizar Günay Güney Günes Gürkan Habibe Hacer Haci Hakan Hakki Haldun Halil Halime Halis Halit
		Haluk Hamdi Hamit Handan Hanife Harun Hasan Hasret Hatice Hatun Hava Hayati Hayri Hayriye Hazal Hidayet Hikmet Hilal Hülya Hüseyin Hüsamettin Hüsnü
		Ibrahim Idris Ihsan Ilayda Ilhan Ilkay Ilker Ilknur Ilyas Inci Ipek Irem Irfan Irmak Isa Isik Ismail Ismet Izzet Kaan Kadir Kadriye
		Kamil Kazim Kemal Kenan Kerem Kerim Kezban Koray Korkmaz Köksal Kubilay Kudret Kübra Kürsat Lale Latife Levent Leyla Macide Mahir Mahmut
		Makbule Medine Mehmet Mehtap Melahat Melek Melih Melike Melis Melisa Meltem Memduh Meral Merve Mert Meryem Mesut Metin Mevlüt Mikail Mine
		Miray Miraç Muammer Muhammed Muhammet Muharrem Muhsin Mukadder Murat Musa Mustafa Muzaffer Mücahit Mümin Müjde Müzeyyen Naci Naciye Nadide Nafiye Nagihan
		Nail Naile Naime Namik Nazan Nazar Nazim Nazife Nazli Nazmi Nazmiye Nebahat Necati Necdet Necla Necmettin Necmiye Nejat Nergis Neriman Nesibe Nese Neslihan
		Nesrin Nevin Nevzat Nezahat Nihal Nihat Nilay Nilgün Nil Nilüfer Nimet Niyazi Numan Nur Nuran Nuray Nurcan Nurdan Nurettin Nurgül Nurhan Nurhayat
		Nuri Nuriye Nurten Oguz Oguzhan Okan Oktay Olcay Onat Onur Orhan Orkun Osman Oya Ozan Ömer Ömür Önder Özcan Özge Özgür Özkan
		Özlem Öznur Pelin Perihan Pervin Pinar Polat Poyraz Rabia Rahime Rahmi Ramazan Rana Rasim Recep Refik Refiye Remzi Remziye Rengin
		Reyhan Ridvan Rifat Rukiye Rüstem Rüya Saadet Sabahat Sabahattin Sabiha Sabri Sabriye Sadettin Sadik Sadiye Safiye Sahin Saime Salih Saliha Samet
		Sami Saniye Savas Sebahat Sebnem Seda Sedat Sedef Sefa Sefer Seher Selahattin Selami Selcan Selcuk Selda Selen Selim Selin Selma Semih
		Semiha Semra Senay Sencer Senem Senol Sercan Serap Serdal Serdar Serife Serkan Serpil Sevda Sevgi Sevil Sevilay Sevim Sevinc Seval Seyfettin
		Seyhan Seyit Sezai Sezen Sezer Sezgin Sibel Sila Simge Sinan Sinem Solmaz Songül Soner Suat Sude Suheda Sultan Suzan Süheyla Sükran Sükrü Sümeyye
		Süleyman Süreyya Tahsin Talip Tamer Taner Tanju Tansu Tarik Taylan Tayfun Tayyip Tekin Temel Teoman Tevfik Timucin Tolga Tolgahan Tuba Tufan Tugba Tugce Tugrul
		Tülay Tülin Tuncay Tuncer Turan Turgay Turgut Türkan Türker Ufuk Ugur Ulas Umay Umut Utku Ülker Ülkü Ümit Ümmü Ümmühan Ünal Vahit Vedat
		Veli Verda Veysel Vildan Volkan Yagmur Yakup Yalcin Yasar Yasemin Yasin Yavuz Yeliz Yener Yesim Yeter Yetkin Yigit Yildiray Yildiz Yilmaz
		Yunus Yurdagül Yusuf Yüksel Zafer Zehra Zekeriya Zeki Zekiye Zeliha Zerrin Zeynep Zeycan Ziya Zübeyde Zuhal Züleyha Zümra`,
	albanian: `
		Adelina Adem Adrian Adriana Afërdita Aferdita Afrim Agim Agnesa Agon Agron Albana Albert Albin Albina Albion Albulena Aldin Alban Alketa
		Alma Altin Altina Amarildo Anila Anisa Anita Antigona Ardian Ardit Arben Arbër Arbnor Arbnora Ardiana Ardita Ariana Arjeta Arlind Arlinda Arta
		Artan Arton Arsim Asllan Astrit Azem Arianit Avdi Avdyl Avni Bardh Bardha Bardhyl Bashkim Bajram Behar Bekim Besa Besart Besarta Besian Besiana Besim
		Besmir Besnik Blerim Blerina Blerta Blerton Bledar Bujar Bujare Burim Dafina Dardan Dashnor Dorina Diellza Dielli Donika Drilon Driton Drita Dritan
		Durim Edmond Edona Elira Elmedina Elona Elvana Emine Endrit Engjëll Enis Enkeleda Era Erblin Ermal Ermira Erion Erjon Erjona Eriona Erza Ermal Esat Etleva
		Fadil Fatjon Fatlind Fatlum Fatmir Fatmire Fatos Fehmi Ferdi Fisnik Fitim Fitore Flamur Flaka Florent Florentina Florim Flutura Gazmend Gazmen
		Genc Genta Gentian Gentiana Gjergj Gjon Gjyle Granit Hajdar Hajrije Hajrullah Haki Halit Hamit Hazbi Hysen Hysnije Ilir Iliriana Ilirjana Ilirian Imer Isuf Islam Jehona Jeton
		Jetmir Jonida Jusuf Kaltrina Kastriot Klodian Klodiana Kreshnik Krenar Kujtim Kushtrim Labinot Leonard Leotrim Lejla Leonita Liridon Liridona Lirie Lirim Lulzim Lul
		Lumnije Luan Lura Luljeta Majlinda Marigona Mentor Merita Mergim Mimoza Mirsad Mirela Mirlinda Muhamet Muharrem Nazmije Naim Naser Nexhmije Nevila Nora Orges Osman
		Pajtim Përparim Petrit Qamil Qëndresa Qendresa Qendrim Rexhep Rinor Rita Rrahim Rrezarta Rrezart Sabit Sadete Sadik Safet Sanije Selvije Selim Shaban Shefki
		Shemsi Shkelqim Shkëlqim Shkurte Shpend Shpëtim Shpresa Shqipe Shqiponja Skender Skënder Sokol Suzana Taulant Teuta Tahir Valbona Valdet Valdrin Valmir Valon Valmira
		Vera Veton Vesa Vjollca Vjosa Vlora Vullnet Xhavit Xhemail Xhemile Xhevahire Xhevat Xhevdet Ylber Yll Ylli Yllka Ylka Zamir Zef Zejnepe Zoja`,
	balkan: `
		Admir Aida Aldijana Aleksandar Alija Almir Almira Amel Amela Amra Anela Aleksa Ankica Azra Bajram Biljana Bojan Bojana Boban Bogdan Borislav
		Branislav Branka Branko Bratislav Dalibor Damir Danijel Danijela Dalija Darko Davor Dejan Demir Denis Dijana Dino Dragan Dragana Dragica Dragoljub Drago Duško Dusan Dušan Dzemil
		Dzenan Dzenana Dževad Dzevad Džemila Edin Edina Edis Ediz Elmir Elvir Elvira Elvis Emina Emir Enes Enisa Ermin Ermina Esmeralda Esma Fadila Fahrudin Faruk Ferid Fikreta Gordana Goran Gjulten Gjulsen
		Hajra Haris Hasib Hatidža Hatidza Ibro Igbala Ismeta Ivica Ivana Izet Jadranka Jasmina Jasminka Jasna Jovan Jovana Jovica Juso Kada Kenan Ksenija Lejla Ljiljana Ljubica Ljubisa Mehmed
		Meliha Melisa Merima Merisa Mersiha Milan Milena Milica Milijana Miljana Milka Milos Miloš Milosav Milutin Miodrag Mirjana Mirko Miroljub Mirsad Mirsada Mirza Mladen Momir Muamer Munevera Muniba Mujo Muris Muhamed Nada Nađa Nebojsa Nebojša Nedzad
		Nedžad Nedim Nemanja Nenad Nermin Nermina Nerma Nevena Nijaz Nihada Nusreta Nusret Obrad Pemba Predrag Radica Radmila Rade Radomir Radovan Ramiz Ramiza Ranko Rasim Rasema Redžep Redzep Refija Sabaheta Sabina
		Sadeta Safet Sakiba Salko Samira Sanela Sanja Sava Sead Seada Sedin Sefika Selma Selvera Selveta Semso Senad Senada Senka Sevdija Slađana Sladjana Slavica Slavko Slobodan Snezana Snežana Srdjan Srđan Stevan Stojan Suada
		Suvad Tihana Tihomir Vahida Vesna Vedad Velibor Velimir Vladan Vlado Vojislav Zdravko Zehra Zijad Zivko Zlatan Zlatko Zlatka Zoran Zorica Zumra Željka Zeljko Željko
		Anzhela Bairam Biser Bisera Chavdar Desislav Desislava Dimitar Dimitrina Emiliya Fikrie Fikria Galin Georgi Gergana Hristo Ivaylo Iliyana Kalin Kiril Krasimir Krasimira Lyubomir Mariyka Mladenka Nedelcho
		Nevena Plamen Petar Petko Rosen Rositsa Rumen Rumyana Sabri Sevdalin Sevda Shaban Stanimir Stefka Svetla Svetoslav Todorka Todor Tsvetan Tsvetelina Valentin Vasil Velichka Yanka Yordan Yordanka Zhivko Zlatina
		Alin Adela Andrei Ancuta Bogdan Catalin Cătălin Ciprian Claudiu Codrin Constantin Corina Cosmin Costel Costica Cristian Cristina Daciana Dacian Danut Daniela Dorel Dorin Dorina Doru Dumitru Elena Emil Eugen Fane Fanica Florica Florin Florina Gabriela Gavril
		Georgel Gheorghe Gica Gigi Horia Iancu Ileana Ilie Ion Ionel Ionela Ionut Iosif Iulian Iuliana Laurentiu Lavinia Liviu Luminita Madalina Manuela Marcela Marian Maricica Mariana Marin Marinela Marius Mihaela Mihai Mircea Mitica Narcisa Nicolae Nicoleta
		Nicusor Octavian Ovidiu Petru Petrica Radu Ramona Rodica Romeo Romica Roxana Ruxandra Silviu Silvia Simona Sorin Sorina Stefan Stela Stelian Teodora Tiberiu Titi Traian Tudor Valeriu Vasile Vasilica Vioica Violeta Viorel Viorica Virgil Vlad Zamfira Zenovia
		Romani Brilant Ćazim Cazim Čeda Ferki Gjuljzada Gjulijeta Gzim Hamdija Kemo Ljatif Ljatifa Maksut Muhadin Mevlude Nedzmija Nedzmije Orhan Refet Ramadan Ramcho Romina Rufat Saban Šaban Sabedin Sebihana Sejdo Sena Skender Suzana Tefik Turkijan Vejsel Zekir Zumrija`,
	westAfrican: `
		Abdoulaye Abena Abiodun Abiola Abioye Ablaye Aboubacar Aboubakar Adaeze Adama Adamou Adanna Ade Adebayo Adebola Adekunle Adeola Aderonke Adetokunbo Adjoa Adwoa Afia Afua Aicha Aissata Aissatou
		Akosua Akoua Akua Akwasi Alassane Alhaji Alhassan Alieu Alimatou Alpha Amadou Amara Amatou Amie Aminata Amoako Ansu Ansumana Arouna Assetou Astou Awa Ayodele Ayomide Babacar Babajide Babatunde
		Bafodé Bailo Bakary Bamba Bangaly Binta Bintou Blessing Boubacar Bubacarr Buba Bukola Cheick Cheikh Chiamaka Chibuike Chibuzor Chidi Chidinma Chidozie Chiedozie Chijioke Chika Chima Chimamanda Chinedu Chinenye Chinonso
		Chinwe Chioma Chisom Chukwudi Chukwuemeka Daouda Dauda Demba Diaby Dialika Diarra Djenaba Djeneba Djibril Ebere Ebrima Ebrahima Ebou Edosa Efe Efua Ehis Ekene Emeka Emmanuel Ese Esosa Essa Eyram Fanta Fatim Fatimata Fatou Fatoumata Favour Fodé Fode Folake Foday
		Funmilayo Funke Gbenga Gift Habibatou Habibou Hadja Haja Hawa Happiness Ibrahima Idowu Idrissa Ifeanyi Ifeoma Ifeyinwa Ikechukwu Ikenna Isatou Issiaka Itohan Iya Iyabo Jainaba Jariatou Kadiatou Kadiatu Kadija Karamba Karifa Kebba Kehinde Kelechi
		Kemi Kofi Kojo Koffi Kouadio Kouassi Kwabena Kwadwo Kwaku Kwame Kwasi Kwesi Lamin Lamine Lansana Lassana Mabinty Mahamadou Mahawa Maimouna Makan Malang Mamadi Mamadou Mamadu Mamady Mame Mamou Mariama Mariame Mariatou Massa Mbaye Mbalu Mercy Modou Momodou Momoh Mory
		Moriba Moussa Musa Nana Nafissatou Nene Ndeye Ngozi Nkechi Nkem Nkiru Nnamdi Nonso Obinna Ogechi Okechukwu Olamide Olu Olufemi Olusegun Oluwaseun Oluwaseyi Omolara Omo Omoruyi Osas Osagie Osaro Osarobo Osayi Oumar Oumou Ousmane Ousman
		Patience Pa Precious Queen Raby Ramata Rokia Rokiatou Sadio Saidou Saihou Salif Salimatou Salimata Salifou Sanna Sanusi Saran Segun Seedy Sekou Seydou Seyni Sia Sidi Sidiki Siaka Simisola Sira Sirah Souleymane Sulayman Sunday Taiwo Temitope Tenin Tidiane Tidjane Tijan Titilayo Tobi
		Toluwani Tunde Uche Uchenna Uzoma Yaa Yacouba Yankuba Yaw Yaya Yero Yetunde Yewande Youssouf Yoro Zainabu
		Bienvenu Chancel Dieudonné Divine Fabrice Fidèle Gaston Grâce Herve Jean-Claude Josué Merveille Nadège Ngo Nsimba Prince Rodrigue Sandrine Serge Tshala`,
	southAsian: `
		Aarthi Aarti Abirami Ajith Amirthalingam Anjali Anushka Arjun Arul Arun Aruna Ashwini Balakrishnan Chandran Chandrika Deepa Dharshini Dinesh Divya Ganesh Gayathri Gopal Gowri Indira Jegan Jeyanthi Kalaiselvi Kamala Kandiah Kanthan Karthik Karthika Kavitha Krishnan
		Kumar Kumaran Lakshmi Lalitha Logini Mahendran Malar Mani Manjula Mathivanan Meenakshi Mohan Murugan Nirosha Nirmala Padma Parvathi Pathma Prabhakaran Pradeep Prakash Priya Puvaneswari Radha Raja Rajan Rajani Rajesh Rajeswari Rajini Ramesh Rasiah Ravi Ravindran
		Sabitha Santhosh Saraswathi Sasikala Sathish Selvam Selvi Senthil Shanmugam Shankar Shanthi Siva Sivakumar Sivanesan Sritharan Subramaniam Suganthi Sugirtha Sumathi Sundari Suresh Sutharsan Thambi Thangarajah Tharani Tharshini Thavarajah Thayaparan Thiru Uma Umapathy Usha Vani Vasanthi Vasuki Vijaya Vijayakumar Vimala Yogeswaran
		Aamna Abida Aftab Ambreen Asif Asiya Atika Ayesha Azhar Babar Bilqees Bushra Danish Faiza Farooq Fozia Ghulam Gulzar Gurpreet Hafsa Hamna Harjit Harpreet Haseeb Huma Imtiaz Irfan Ishaq Ishtiaq Jaspreet Javed Junaid Kamran Kashif Khurram Kiran Kulwinder Manpreet Mehreen Mehwish Mubashir Mudassar Muneeb Nadeem Naeem Naila Nasreen Naveed Nazia Nighat Noman Parveen
		Qasim Rabiya Rehana Rizwan Rukhsana Saba Saima Sajid Samina Sania Shabbir Shagufta Shahid Shahida Shahnaz Shahzad Shakeel Shaukat Shazia Sidra Simran Sobia Sukhwinder Tahira Tanveer Tanzeela Tayyaba Umair Usman Uzma Waqar Waqas Yasmeen Zaheer Zainab Zeeshan Zubair
		Abhishek Amit Anil Bhavna Bina Hari Jyoti Krishna Laxmi Manju Nisha Pooja Puja Rahul Rekha Sanjay Sita Sunita Tenzin Dolma Dorje Pema Lhamo Tashi`,
	vietnamese: `
		Anh Bao Binh Cam Chau Chi Cuc Cuong Dat Diep Dieu Dinh Duc Dung Duong Duyen Giang Hai Hanh Hien Hieu Hoa Hoai Hoang Hong Hue Hung Huong Huy Huyen Khai Khanh Khoa Kieu Kim Lan Lanh Lien Linh Loan Loc Long Luan Luu Ly Mai Manh Minh My Nga Ngan Nghia Ngoc Nguyet
		Nhan Nhi Nhung Oanh Phat Phong Phuc Phung Phuong Quan Quang Quoc Quy Quyen Quynh Sang Son Suong Tam Tan Thach Thang Thanh Thao Thi Thien Thinh Thoa Thom Thu Thuan Thuc Thuy Tien Tin Toan Trang Tri Trinh Trong Truc Trung Tu Tuan Tuyen Tuyet Uyen Van Viet Vinh Vu Vuong Xuan Yen`,
	german: `
		Achim Adelheid Agathe Albrecht Alfons Alfred Alois Andrea Anette Angelika Anita Anja Anke Anneliese Annegret Annette Antje Armin Arne Arno Arnold Astrid August Axel Barbara Beate Benedikt Bernd Bernhard Bernhild Berthold Bettina Birgit Birte Björn Bodo Brigitte Britta Bruno Burkhard Carla Carola Carsten Christa Christel Christiane Christoph Claudia Claus Clemens Conny Corinna Dagmar Detlef Dieter Dietmar Dirk Doris Dorothea Dorothee
		Eberhard Eckhard Edeltraud Edith Egon Elfriede Elisabeth Elke Elmar Else Elvira Erich Erika Ernst Erwin Eugen Eva Ewald Fabian Falk Ferdinand Florian Frauke Friedhelm Friedrich Fritz Gabi Gabriele Georg Gerd Gerda Gerhard Gerlinde Gernot Gertrud Gisela Gitta Gottfried Götz Gregor Gudrun Guido Günter Günther Gustav Hanna Hannelore Hannes Hans Harald Harry Hartmut Hedwig Heide Heidi Heidrun Heike Heiko Heiner Heinrich Heinz Helga Helge Hella Helmut Hendrik Henning Henrike Herbert Heribert Hermann
		Hilde Hildegard Hiltrud Holger Horst Hubert Hubertus Hugo Ilka Ilse Imke Inga Inge Ingeborg Ingo Ingrid Insa Irene Iris Irmgard Isolde Jens Joachim Jochen Johanna Josef Julia Jürgen Jutta Karin Karl Karl-Heinz Karla Karsten Kathrin Katrin Katharina Kerstin Kirsten Klara Klaus Konrad Kornelia Kurt Lars Leonhard Lieselotte Lothar Ludger Ludwig Lutz Manfred Manuela Margarete Margit Margot Margret Maria Marianne Marie Marion Marita Markus Marlene Marlies Martin Martina Mathilde Matthias Mechthild Mechtild
		Meike Michael Michaela Mirjam Monika Nadine Nicole Norbert Olaf Oliver Oskar Otto Paul Paula Peter Petra Philipp Rainer Ralf Regina Reiner Reinhard Reinhild Renate Richard Rita Robert Roland Rolf Rosemarie Roswitha Rudi Rudolf Rüdiger Sabine Sandra Sebastian Siegfried Siegrid Sigrid Silke Silvia Sonja Stefan Stefanie Stephan Susanne Svenja Sven Sybille Tanja Theodor Thomas Thorsten Torsten Traudel Trude Udo Ulf Ulla Ulrich Ulrike Ursula Uschi Ute Uta Uwe Vera Verena Veronika Volker Volkmar Waldemar Walburga
		Waltraud Walter Werner Wiebke Wilfried Wilhelm Wilma Willi Winfried Wolfgang Wulf
		Adam Amelie Ben Charlotte Clara Emil Emily Emma Erik Felix Finn Frieda Greta Hanna Hannah Ida Jakob Jan Jana Jannik Jonas Jonathan Jule Julian Karlotta Lara Laura Lea Lena Leni Leon Leonie Levin Lia Lilly Linus Lisa Luca Luis Luisa Lukas Malte Marie Marlon Mats Matteo Maximilian Mia Mila Moritz Nele Niklas Noah Nico Oskar Paul Pauline Pia Ronja Samuel Sarah Sophia Sophie Theo Till Tim Timo Tobias Tom Victoria Vincent`,
	european: `
		Aaliyah Agnieszka Aleksander Andrzej Aneta Arkadiusz Bartek Bartosz Beata Bogusław Boguslaw Bozena Czeslaw Czesława Danuta Dariusz Dorota Elzbieta Ewa Ewelina Grazyna Grzegorz Halina Henryk Irena Iwona Jacek Jadwiga Janusz Jarek Jaroslaw Jerzy Joanna Jolanta Justyna Kasia Katarzyna Kazimierz Krystyna Krzysztof Leszek Lucja Lukasz
		Maciej Magda Malgorzata Marcin Marek Mariusz Mateusz Michal Miroslaw Monika Pawel Piotr Przemyslaw Radek Radoslaw Rafal Ryszard Slawomir Stanislaw Stefania Sylwester Sylwia Tadeusz Tomasz Urszula Waldemar Wanda Wieslaw Wieslawa Wioletta Witold Wojciech Zbigniew Zdzislaw Zofia Zuzanna
		Arturas Audrius Dainius Gintaras Jonas Kestutis Laima Mantas Rasa Vilma Vytautas Andris Ilze Janis Juris Līga Maris Valdis
		Andreia António Beatriz Catarina Duarte Filipa Gonçalo Inês João Joao José Lurdes Miguel Paulo Rui Tiago Vasco Alejandra Álvaro Carmen Concepción Diego Dolores Esteban Guadalupe Hector Ignacio Javier Jesus Jorge Juan Juana Leticia Lourdes Luz Manolo Marisol Mercedes Pablo Pedro Pilar Ramón Rocío Rosario Santiago Soledad Xiomara Yolanda
		Alessandro Antonino Calogero Carmela Concetta Domenico Filippo Gaetano Giacomo Gianluca Giorgio Giovanni Giulia Giuseppe Giuseppina Ignazio Letizia Luigi Massimo Pasquale Rosalia Salvatore Santo Vincenzo Vito
		Apostolos Athanasios Christos Despina Dimitrios Dimitra Eleni Evangelia Georgia Georgios Ioannis Kostas Kyriaki Maria Nikos Panagiotis Sotirios Stavros Vasiliki Vasilis
		Alvard Anahit Ani Anush Ararat Arevik Armen Arpine Arsen Artak Ashot Astghik Davit Gagik Garik Gayane Gohar Gor Hakob Harutyun Hasmik Hayk Hovhannes Hripsime Karen Karine Kristine Lilit Lusine Mane Mariam Mher Nairi Narek Naira Nune Ruzanna Sargis Satenik Shushan Siranush Suren Susanna Tatev Tigran Vahan Vardan Varduhi Zara Zaruhi
		Avtandil Beka Besik David Eka Ekaterine Elene Gela George Giga Giorgi Guram Irakli Jaba Ketevan Khatia Kakha Lali Lasha Levan Luka Maia Mamuka Manana Marika Merab Mzia Nana Nanuli Natia Nato Nika Nino Nodar Otar Rati Revaz Rusudan Salome Sandro Shorena Shota Sopio Tamar Tamaz Tamta Tea Teimuraz Temur Tengiz Tinatin Tornike Vakhtang Zaza Zurab Zviad
		Adlan Akhmed Alikhan Aminat Apti Aslan Aslanbek Ayub Bekhan Bislan Dzhamila Elita Fatimat Islam Kheda Kazbek Khava Khamzat Larisa Luisa Magomed Makka Malika Milana Movsar Petimat Ramzan Rizvan Rustam Said Salamat Seda Shamil Taisa Turpal Zalina Zarema Zaur Zelimkhan Zulay
		Askar Aibek Aigul Ainura Aizhan Akmal Alisher Asel Bakhyt Bekzod Botir Dilfuza Dilnoza Dilshod Farrukh Feruza Firuza Gulnara Gulnora Gulshat Jamshed Kairat Kamola Madina Mehriniso Munisa Nargiza Nodira Nurlan Nursultan Oybek Rustam Sanjar Saltanat Sardor Shahnoza Sherzod Shohruh Umida Zarina Zulfiya`,
	arabicMore: `
		Tala Layth Sham Zein Laith Mais Marah Raneem Ward Zain Hend Jameela Judy Abla Areen Bassma Elissar Fahima Faten Fayrouz Qusay Siham Turki Wissal
	`,
	afghanMore: `
		Fereshteh Spozhmai Spozhmay Toryalai Hosna Gulbadin Habibullah Ataullah Barakatullah Fazlullah Hafizullah Ikramullah Khairullah Nematullah Sanaullah
		Zikrullah Rukhsar Rohina Nigina Muzhgan Hosai Fahima Edris Enayat Ezatullah Jawed Khyber Mujtaba Rafi Shams Shoaib Tawab Zabi Agha Gul Arezou Payam
		Atefeh Hanieh Hoda Javad
	`,
	kurdishMore: `
		Şêrko Shwan Hêmin Siyar Dilşad Havin Hivda Jîna Kejal Khonaf Lewand Rênas Reber Rêber Ronî Ruken Rûken Shivan Sidar Silvan Şilan Şivan Şîrîn Tewar
		Xelil Zerya Zînê Khalaf Khudida Shamo Saado Gulê Sere Besê
	`,
	turkishMore: `
		Büşra Eymen Yiğit Alparslan Ege Nehir Hiranur Nisa Ezgi Hande İrem Pınar Şule Tuğba Çağlar İbrahim İsmail Oğuz Rıza Selçuk Şahin Tarkan Uğur Yücel
	`,
	ukrainianMore: `
		Nestor Makar Leonid Klym Heorhii Antin
	`,
	albanianMore: `
		Gëzim Gezim Olta Pranvera Donjeta Fatbardha Leart Leonora Qëndrim Rilind Sevdije Shkelzen Shkëlzen Ajla
	`,
	eritreanMore: `
		Tsehaytu Okbay Fithawi Saron Hiwot Almaz Zerai Zeray Daniat Delina Fiyori Hiriti Kesete Michiele Mikiele Negassi Nebyat Niyat Rigat Sador Samiel Sium
		Tsegereda Bruk Dagim Eden Getahun Lensa Zelalem
	`,
	westAfricanMore: `
		Alhassane Alseny Osaretin Efosa Joy Godwin Ama Thierno Amaka Eghosa Isoken Ivie Imuetinyan Faith Comfort Destiny Promise Success Marvelous Miracle
		Aïssatou Aliou Boubou Kadidia Kalilou Mohamadou Pape Penda Saikou Yaye Zeinabou Baboucarr Dembo Ousainou Saikouba Sainabou Esi Abenaa
	`,
	somaliMore: `
		Warsan Xamdi Najma Ruqiya Sucdi Yasmiin Abdisalam Bashiir Ismaciil Jamac Liiban Mustaf Sharmarke Siciid Yasiin Yonis
	`,
	balkanMore: `
		Rada Sabahudin Šejla Sejla Muharem Djulija Lenuța Lenuta Ionuț Nelu Petre Aurel Aurica Denisa Elisabeta Garofița Geta Gina Loredana Lăcrămioara
		Luminița Nicu Răzvan Samuela Ștefan Vali Asen Angel Atanas Boyko Galya Ivo Kalinka Ljubomir Mihail Mitko Nedko Sashka Stoyan Veselin Yanko Zdravka
		Jagoda Kasandra Ramo Rukija Sutka Ševala Zejnepa Zvonko Bajro Brahim Elvedin Hasnija Semir Vildana
	`,
	tamilMore: `
		Thivya Niluka Suthan Mathusha Ketheeswaran Kajan Anushan Ashwin Bavani Dilani Gajan Inthumathi Janani Jathursan Kirthika Lakshan Mayuran Nishanthan
		Pirathees Pirakash Ranjan Rathika Sangeetha Sanjeevan Sathees Sharmila Sinthuja Subashini Sujitha Thanusha Tharsan Thulasi Umesh Vasantha Vijay
		Vithusan
	`,
	otherMore: `
		Kacper Dörte Khalaf Jakub Szymon Oliwia Amelia Maja Filip Antoni Genowefa Jarosław Karolina Łukasz Magdalena Marzena Mirosław Paweł Przemysław Rafał
		Sławomir Stanisław Teresa Wiesław Zdzisław Tamuna Lika Lela Gocha Maka Nugzar Vazha Armine Levon Samvel Zelim Patimat Luiza Sulim Deepak Balwinder
		Sandeep Neha Bishnu Gita Rahima Jahanara Kamrul Nazrul Rezaul Sumon Rubel Swantje Gesa Maike Birger Hauke Hinnerk Jannis Joost Klaas Merle Neele Ole
		Thorge Tjark Keno Eike Enno Focko Gerrit Geert Gert Harm Hermine Irmtraud Käthe Liesel Ottilie Gisbert Gunda Reinhold Aloys
	`,
	furtherByOrigin: `
		Abdelbaset Abdelfattah Abdelghani Abdelhamid Abdeljalil Abdelmalek Abdelmoneim Abdelnasser Abdelqader Abdelsalam Abderrahim Abderrahmane Abdessamad
		Abdulghani Abdulhaq Abduljabbar Abdulkhaliq Abdulmoneim Abdulmuin Abdulnaser Abdulqader Abdulraouf Abdulsattar Abdulwahid Abeda Adeeb Adnane Afnan
		Alaaldin Allaa Almas Amena Ameena Ameer Amneh Anan Arkan Asmahan Ataallah Awatef Awatif Ayatullah Azzedine Baderaldin Bahjat Bahaeddin Baraka Bassima
		Batool Bouchra Boutheina Daad Dahlia Daniah Diala Dhuha Duha Ebtisam Ehab Emran Faeza Fahmi Faihaa Fairouz Fairuz Fateh Fawwaz Fayha Ghaidaa Ghania
		Ghassaan Ghizlane Ghazala Ghaida Hadya Haifaa Hajir Halah Hamdiya Hamdoun Hasiba Hassnaa Hayfa Hayyan Hedaya Hiyam Hiam Houria Hudhayfa Huriya
		Ibtissam Ichrak Iftikhar Ihssan Ikhlas Ilaf Imtithal Inaya Izdihar Janan Jomana Joumana Kadhim Kamilia Khitam Khoder Kifah Lojain Maan Maysaa Maysam
		Mirvat Mouhamad Mouna Muhsen Muntaha Munzer Narjes Nazek Nibras Nimr Nouran Omniya Oubai Rafif Raghda Rakan Ranim Rateb Rema Rihab Roula Samaher
		Sarmad Seham Shaza Sindus Suhad Suhaila Suhair Sumaia Tareq Ubada Cigerxwin Firmesk Jîn Khalat Rebin Rewan Sarkhan Shirwan Xemgin Sarwar Talar Tavga
		Sazan Chnar Hogir Jegr Kozhin Lanja Ravin Zheen Zhino Zhiyan Abdulwasi Aimal Aqila Enayatullah Faridoon Freba Hamayoun Jamaluddin Karimullah Khadem
		Khatol Masuda Nangyal Ruhullah Sefatullah Toorpekai Waheed Wajiha Wajma Zarghoona Ziaulhaq Zuhra Baktash Hasina Masoma Masouma Ardeshir Fereydoun
		Hamideh Hormoz Parastoo Ziba Abeselom Adhanom Alganesh Ariam Aynalem Dehab Desbele Feruz Fisseha Frezghi Gidey Hadas Hadush Kibra Kiflom Leul
		Letekidan Mikal Sennay Teklit Tsehaynesh Addisu Alemitu Asnakech Bezawit Birtukan Chaltu Demeke Dereje Emebet Eskedar Meaza Yeshi Abdirizak Abdiwali
		Ahado Ashwaq Bishar Calli Deeqo Faadumo Farhio Fowzia Habaryaro Haweya Hawo Ilwad Jawahir Khadro Liibaan Naciimo Raho Sabirin Sadiyo Sahro Shamso
		Sucaad Suldaan Xabiba Zeynab Lesya Jekaterina Argjend Brikena Bukurije Dardane Edon Egzon Fahrije Fjolla Florije Gani Hamide Haxhi Hyrije Kimete
		Lirije Mirjeta Nexhat Nderim Qemal Rrahman Rukije Sadije Selvete Shaip Shefqet Shemsije Shukrije Xhemajl Zenel Zyhdi Džemal Esad Hajrudin Sulejman
		Rümeysa Satı Abdoulie Ajara Alhagie Assane Balla Djénabou Gibril Haruna Kadijatou Kodjo Mamoudou Sainey Yahaya Osaze Arulmozhi Anandan Balachandran
		Ilango Mohanraj Pushpa Ramya Ranjini Saravanan Thamil Thirunavukarasu Abdur Aklima Anwara Habibur Jannatul Khaleda Mizanur Moniruzzaman Mosammat
		Rafiqul Rokeya Saiful Shahidul Shamsun Sharmin Sultana Taslima Tanvir Zahidul Bogumiła Mirosława Bojidar Iliya Petya Radka Fehim Remzija Mevlida
		Sevlija Nazmija Dženeta Sućuri Demirali Avdo Zija Zulfija Tamari Mariami Khatuna Gevorg Narine Aishat Aset Beslan Chava Khedi Markha Salambek Tamerlan
		Zulikhan
	`
};
