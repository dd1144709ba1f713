import type { LanguageCode } from '@samhold/survey';

/** What guardians read before the first round; `{school}`, `{owner}`, `{law}` and `{until}` are filled in. */
export type LetterText = {
  readonly title: string;
  readonly paragraphs: readonly string[];
};

/** In every language of the pupils. */
export const letterTexts: Readonly<Record<LanguageCode, LetterText>> = {
  nb: {
    title: 'Til elever og foresatte: slik spør vi elevene hvordan de har det',
    paragraphs: [
      '{school} spør elevene flere ganger i året hvordan de har det på skolen, og hvem de liker å være sammen med. Vi gjør det for å oppdage tidlig om en elev ikke har det trygt og godt, slik loven krever av oss ({law}).',
      'Svarene er knyttet til elevens navn. Klassens kontaktlærer ser dem. Andre på skolen ser tall uten navn, der små grupper er skjult, og åpner navngitte opplysninger bare når de trenger det for å hjelpe eleven. Hver gang blir det stående hvem som åpnet dem, når og hvorfor.',
      'Eleven kan hoppe over spørsmål og slutte når som helst. Vi spør ikke om helse, tro, opprinnelse eller familie, og ingen blir bedt om å peke ut noen de ikke liker.',
      'Et tall eller et tegn er bare en grunn til å se nærmere. Et menneske vurderer alltid hva som er riktig for eleven.',
      '{owner} har ansvaret for opplysningene. Grunnlaget er personvernforordningen artikkel 6 nr. 1 bokstav c og opplæringslova, så vi ber ikke om samtykke.',
      'Svarene slettes etter skoleåret; siste dag er {until}. Tall uten navn blir stående. Det som står i en skolemiljøsak, overføres til arkivet.',
      'Dere kan få se hva som er lagret om eleven og hvem som har sett det, få rettet det som er feil, og få lagt til deres eget syn. Dere kan klage til Datatilsynet.',
      'Har dere spørsmål, så snakk med kontaktlærer eller rektor.',
    ],
  },
  nn: {
    title: 'Til elevar og føresette: slik spør vi elevane korleis dei har det',
    paragraphs: [
      '{school} spør elevane fleire gonger i året korleis dei har det på skulen, og kven dei liker å vere saman med. Vi gjer det for å oppdage tidleg om ein elev ikkje har det trygt og godt, slik lova krev av oss ({law}).',
      'Svara er knytte til namnet på eleven. Kontaktlæraren i klassen ser dei. Andre på skulen ser tal utan namn, der små grupper er skjulte, og opnar namngjevne opplysningar berre når dei treng det for å hjelpe eleven. Kvar gong blir det ståande kven som opna dei, når og kvifor.',
      'Eleven kan hoppe over spørsmål og slutte når som helst. Vi spør ikkje om helse, tru, opphav eller familie, og ingen blir bedne om å peike ut nokon dei ikkje liker.',
      'Eit tal eller eit teikn er berre ein grunn til å sjå nærare. Eit menneske vurderer alltid kva som er rett for eleven.',
      '{owner} har ansvaret for opplysningane. Grunnlaget er personvernforordninga artikkel 6 nr. 1 bokstav c og opplæringslova, så vi ber ikkje om samtykke.',
      'Svara blir sletta etter skuleåret; siste dag er {until}. Tal utan namn blir ståande. Det som står i ei skulemiljøsak, blir overført til arkivet.',
      'De kan få sjå kva som er lagra om eleven og kven som har sett det, få retta det som er feil, og få lagt til dykkar eige syn. De kan klage til Datatilsynet.',
      'Har de spørsmål, så snakk med kontaktlærar eller rektor.',
    ],
  },
  en: {
    title: 'To pupils and guardians: how we ask pupils how they are doing',
    paragraphs: [
      'Several times a year {school} asks its pupils how they are doing at school and whom they like to be with. We do this to find out early when a pupil does not feel safe and well, as the law requires of us ({law}).',
      'The answers are linked to the pupil’s name. The contact teacher of the class sees them. Others at the school see figures without names, with small groups hidden, and open named information only when they need it to help the pupil. Each time it is recorded who opened it, when and why.',
      'The pupil may skip questions and stop at any time. We do not ask about health, faith, origin or family, and nobody is asked to name someone they do not like.',
      'A figure or a sign is only a reason to look closer. A person always judges what is right for the pupil.',
      '{owner} is responsible for the information. The legal basis is article 6(1)(c) of the General Data Protection Regulation and the Education Act, so we do not ask for consent.',
      'The answers are deleted after the school year; the last day is {until}. Figures without names are kept. What is in a case on the school environment is handed over to the archive.',
      'You may see what is stored about the pupil and who has seen it, have mistakes corrected, and have your own view added. You may complain to the Norwegian Data Protection Authority (Datatilsynet).',
      'If you have questions, talk with the contact teacher or the principal.',
    ],
  },
  pl: {
    title: 'Do uczniów i opiekunów: jak pytamy uczniów o ich samopoczucie',
    paragraphs: [
      'Kilka razy w roku {school} pyta uczniów, jak czują się w szkole i z kim lubią przebywać. Robimy to, aby wcześnie zauważyć, że jakiś uczeń nie czuje się bezpiecznie i dobrze, tak jak wymaga od nas prawo ({law}).',
      'Odpowiedzi są powiązane z imieniem i nazwiskiem ucznia. Widzi je wychowawca klasy. Inne osoby w szkole widzą liczby bez nazwisk, z ukrytymi małymi grupami, a dane imienne otwierają tylko wtedy, gdy jest to potrzebne, aby pomóc uczniowi. Za każdym razem zapisuje się, kto je otworzył, kiedy i dlaczego.',
      'Uczeń może pomijać pytania i przerwać w każdej chwili. Nie pytamy o zdrowie, wiarę, pochodzenie ani rodzinę i nikogo nie prosimy o wskazanie osób, których nie lubi.',
      'Liczba lub sygnał to tylko powód, by przyjrzeć się sprawie bliżej. O tym, co jest właściwe dla ucznia, zawsze decyduje człowiek.',
      'Za dane odpowiada {owner}. Podstawą jest artykuł 6 ust. 1 lit. c RODO oraz norweska ustawa o edukacji, dlatego nie prosimy o zgodę.',
      'Odpowiedzi są usuwane po roku szkolnym; ostatnim dniem jest {until}. Liczby bez nazwisk pozostają. To, co znajduje się w sprawie dotyczącej środowiska szkolnego, trafia do archiwum.',
      'Mogą Państwo zobaczyć, co jest zapisane o uczniu i kto to widział, poprosić o poprawienie błędów i dodać własne zdanie. Mogą Państwo złożyć skargę do norweskiego urzędu ochrony danych (Datatilsynet).',
      'W razie pytań prosimy o rozmowę z wychowawcą lub dyrektorem szkoły.',
    ],
  },
  uk: {
    title: 'Учням та опікунам: як ми запитуємо учнів про їхнє самопочуття',
    paragraphs: [
      'Кілька разів на рік {school} запитує учнів, як їм у школі та з ким їм подобається бути. Ми робимо це, щоб вчасно помітити, коли учневі небезпечно або погано, як цього вимагає від нас закон ({law}).',
      'Відповіді пов’язані з ім’ям учня. Їх бачить класний керівник. Інші працівники школи бачать числа без імен, де малі групи приховано, і відкривають іменні дані лише тоді, коли це потрібно, щоб допомогти учневі. Щоразу записується, хто, коли і чому їх відкрив.',
      'Учень може пропускати запитання і зупинитися будь-коли. Ми не запитуємо про здоров’я, віру, походження чи сім’ю, і нікого не просять назвати тих, хто йому не подобається.',
      'Число або сигнал — лише привід придивитися уважніше. Що правильно для учня, завжди вирішує людина.',
      'За дані відповідає {owner}. Підставою є стаття 6(1)(c) Загального регламенту про захист даних і норвезький закон про освіту, тому ми не просимо згоди.',
      'Відповіді видаляють після навчального року; останній день — {until}. Числа без імен залишаються. Те, що міститься у справі про шкільне середовище, передають до архіву.',
      'Ви можете побачити, що збережено про учня і хто це бачив, попросити виправити помилки та додати власну думку. Ви можете подати скаргу до норвезького органу із захисту даних (Datatilsynet).',
      'Якщо маєте запитання, поговоріть із класним керівником або директором.',
    ],
  },
  so: {
    title: 'Ardayda iyo waalidka: sida aan ardayda u weydiinno xaaladdooda',
    paragraphs: [
      'Dhowr jeer sannadkii {school} waxay ardayda weydiisaa sida ay dugsiga ku yihiin iyo cidda ay jecel yihiin inay la joogaan. Waxaan sidaas u samaynaa si aan goor hore u ogaanno haddii arday aanu ammaan iyo wanaag dareemayn, sida sharcigu naga rabo ({law}).',
      'Jawaabuhu waxay ku xidhan yihiin magaca ardayga. Macallinka fasalka ayaa arka. Dadka kale ee dugsigu waxay arkaan tirooyin aan magacyo lahayn, kooxaha yaryarna waa la qariyaa. Xogta magaca leh waxay furaan keliya marka ay u baahan yihiin si ay ardayga u caawiyaan. Mar kasta waxaa la qoraa cidda furtay, goorta iyo sababta.',
      'Ardaygu wuu ka boodi karaa su’aalaha, mar kastana wuu joojin karaa. Ma weydiinno caafimaad, diin, asal ama qoys, qofna lama weydiiyo inuu magacaabo cid aanu jeclayn.',
      'Tiro ama calaamad waa keliya sabab in si dhow loo eego. Mar walba qof ayaa go’aamiya waxa ardayga u fiican.',
      '{owner} ayaa mas’uul ka ah xogta. Saldhiggu waa qodobka 6(1)(c) ee xeerka ilaalinta xogta (GDPR) iyo sharciga waxbarashada ee Norway, sidaas darteed oggolaansho ma weydiisanno.',
      'Jawaabaha waxaa la tirtiraa sannad-dugsiyeedka ka dib; maalinta u dambaysa waa {until}. Tirooyinka aan magacyada lahayn way sii jirayaan. Waxa ku jira kiiska deegaanka dugsiga waxaa loo gudbiyaa kaydka.',
      'Waxaad arki kartaan waxa laga kaydiyey ardayga iyo cidda aragtay, waxaad codsan kartaan in khaladka la saxo, waxaadna ku dari kartaan ra’yigiinna. Waxaad u caban kartaan hay’adda ilaalinta xogta ee Norway (Datatilsynet).',
      'Haddii aad su’aalo qabtaan, la hadla macallinka fasalka ama maamulaha.',
    ],
  },
  tr: {
    title: 'Öğrencilere ve velilere: öğrencilere kendilerini nasıl hissettiklerini nasıl soruyoruz',
    paragraphs: [
      '{school} yılda birkaç kez öğrencilere okulda kendilerini nasıl hissettiklerini ve kimlerle birlikte olmayı sevdiklerini sorar. Bunu, kendini güvende ve iyi hissetmeyen bir öğrenciyi erkenden fark etmek için, yasanın bizden istediği gibi yapıyoruz ({law}).',
      'Yanıtlar öğrencinin adına bağlıdır. Bunları sınıf öğretmeni görür. Okuldaki diğer kişiler, küçük grupların gizlendiği ad içermeyen sayıları görür ve isimli bilgileri yalnızca öğrenciye yardım etmek için gerektiğinde açar. Her seferinde kimin, ne zaman ve neden açtığı kaydedilir.',
      'Öğrenci soruları atlayabilir ve istediği zaman bırakabilir. Sağlık, inanç, köken veya aile hakkında soru sormayız; kimseden sevmediği birini göstermesi istenmez.',
      'Bir sayı veya işaret yalnızca daha yakından bakmak için bir nedendir. Öğrenci için neyin doğru olduğuna her zaman bir insan karar verir.',
      'Bilgilerden {owner} sorumludur. Dayanak, Genel Veri Koruma Tüzüğü madde 6(1)(c) ve Norveç eğitim yasasıdır; bu yüzden izin istemiyoruz.',
      'Yanıtlar okul yılından sonra silinir; son gün {until} tarihidir. Ad içermeyen sayılar kalır. Okul ortamıyla ilgili bir dosyada bulunanlar arşive aktarılır.',
      'Öğrenci hakkında neyin saklandığını ve bunu kimin gördüğünü görebilir, yanlışların düzeltilmesini isteyebilir ve kendi görüşünüzü ekletebilirsiniz. Norveç Veri Koruma Kurumu’na (Datatilsynet) şikâyette bulunabilirsiniz.',
      'Sorularınız varsa sınıf öğretmeni veya müdürle konuşun.',
    ],
  },
  vi: {
    title: 'Gửi học sinh và người giám hộ: cách chúng tôi hỏi học sinh cảm thấy thế nào',
    paragraphs: [
      'Vài lần mỗi năm, {school} hỏi học sinh cảm thấy thế nào ở trường và thích ở cùng ai. Chúng tôi làm vậy để sớm nhận ra khi một học sinh không thấy an toàn và thoải mái, như luật yêu cầu ({law}).',
      'Câu trả lời gắn với tên của học sinh. Giáo viên chủ nhiệm xem được. Những người khác ở trường chỉ thấy con số không có tên, các nhóm nhỏ được ẩn đi, và chỉ mở thông tin có tên khi cần để giúp học sinh. Mỗi lần đều được ghi lại ai đã mở, khi nào và vì sao.',
      'Học sinh có thể bỏ qua câu hỏi và dừng lại bất cứ lúc nào. Chúng tôi không hỏi về sức khỏe, tín ngưỡng, nguồn gốc hay gia đình, và không ai bị yêu cầu nêu tên người mình không thích.',
      'Một con số hay dấu hiệu chỉ là lý do để xem xét kỹ hơn. Luôn có một người đánh giá điều gì là đúng cho học sinh.',
      '{owner} chịu trách nhiệm về thông tin. Cơ sở là điều 6(1)(c) của Quy định chung về bảo vệ dữ liệu và luật giáo dục Na Uy, vì vậy chúng tôi không xin sự đồng ý.',
      'Câu trả lời được xóa sau năm học; ngày cuối là {until}. Các con số không có tên được giữ lại. Những gì nằm trong hồ sơ về môi trường học đường được chuyển vào kho lưu trữ.',
      'Quý vị có thể xem những gì được lưu về học sinh và ai đã xem, yêu cầu sửa điều sai và thêm ý kiến của mình. Quý vị có thể khiếu nại với Cơ quan Bảo vệ Dữ liệu Na Uy (Datatilsynet).',
      'Nếu có câu hỏi, xin nói chuyện với giáo viên chủ nhiệm hoặc hiệu trưởng.',
    ],
  },
  ar: {
    title: 'إلى التلاميذ وأولياء الأمور: كيف نسأل التلاميذ عن أحوالهم',
    paragraphs: [
      'عدة مرات في السنة تسأل {school} التلاميذ كيف حالهم في المدرسة ومع من يحبون أن يكونوا. نفعل ذلك لنكتشف مبكراً إن كان تلميذ لا يشعر بالأمان والراحة، كما يطلب القانون منا ({law}).',
      'الإجابات مرتبطة باسم التلميذ، ويراها معلم الصف. أما الآخرون في المدرسة فيرون أرقاماً بلا أسماء مع إخفاء المجموعات الصغيرة، ولا يفتحون المعلومات المقرونة بالاسم إلا عند الحاجة لمساعدة التلميذ. وفي كل مرة يُسجَّل من فتحها ومتى ولماذا.',
      'يمكن للتلميذ أن يتخطى الأسئلة وأن يتوقف في أي وقت. لا نسأل عن الصحة أو الدين أو الأصل أو العائلة، ولا يُطلب من أحد أن يذكر من لا يحبه.',
      'الرقم أو العلامة مجرد سبب للنظر عن قرب. والإنسان هو من يقرر دائماً ما هو الصواب للتلميذ.',
      'المسؤول عن المعلومات هو {owner}. الأساس القانوني هو المادة 6 (1) (ج) من اللائحة العامة لحماية البيانات وقانون التعليم النرويجي، ولذلك لا نطلب موافقة.',
      'تُحذف الإجابات بعد انتهاء السنة الدراسية، وآخر يوم هو {until}. وتبقى الأرقام التي بلا أسماء. أما ما ورد في قضية تخص البيئة المدرسية فيُنقل إلى الأرشيف.',
      'يمكنكم الاطلاع على ما هو محفوظ عن التلميذ ومن اطّلع عليه، وطلب تصحيح الخطأ، وإضافة رأيكم. ويمكنكم تقديم شكوى إلى هيئة حماية البيانات النرويجية (Datatilsynet).',
      'إذا كانت لديكم أسئلة فتحدثوا مع معلم الصف أو المدير.',
    ],
  },
  ur: {
    title: 'طلبہ اور سرپرستوں کے نام: ہم طلبہ سے ان کا حال کیسے پوچھتے ہیں',
    paragraphs: [
      'سال میں کئی بار {school} طلبہ سے پوچھتا ہے کہ اسکول میں ان کا حال کیسا ہے اور وہ کن کے ساتھ رہنا پسند کرتے ہیں۔ ہم یہ اس لیے کرتے ہیں کہ جلد پتا چل سکے اگر کوئی طالب علم محفوظ اور خوش نہیں، جیسا کہ قانون ہم سے چاہتا ہے ({law})۔',
      'جوابات طالب علم کے نام سے جڑے ہوتے ہیں۔ انہیں جماعت کا استاد دیکھتا ہے۔ اسکول کے دوسرے لوگ ناموں کے بغیر اعداد دیکھتے ہیں جن میں چھوٹے گروپ چھپائے جاتے ہیں، اور نام والی معلومات صرف تب کھولتے ہیں جب طالب علم کی مدد کے لیے ضرورت ہو۔ ہر بار لکھا جاتا ہے کہ کس نے، کب اور کیوں کھولا۔',
      'طالب علم سوال چھوڑ سکتا ہے اور کسی بھی وقت رک سکتا ہے۔ ہم صحت، مذہب، نسل یا خاندان کے بارے میں نہیں پوچھتے، اور کسی سے یہ نہیں کہا جاتا کہ وہ اس کا نام لے جسے وہ پسند نہیں کرتا۔',
      'کوئی عدد یا نشانی صرف قریب سے دیکھنے کی وجہ ہے۔ طالب علم کے لیے کیا درست ہے، یہ ہمیشہ انسان طے کرتا ہے۔',
      'معلومات کا ذمہ دار {owner} ہے۔ بنیاد ڈیٹا کے تحفظ کے عام ضابطے کی شق 6(1)(c) اور ناروے کا تعلیمی قانون ہے، اس لیے ہم اجازت نہیں مانگتے۔',
      'جوابات تعلیمی سال کے بعد مٹا دیے جاتے ہیں؛ آخری دن {until} ہے۔ ناموں کے بغیر اعداد باقی رہتے ہیں۔ اسکول کے ماحول کے کسی معاملے میں جو لکھا ہو وہ محافظ خانے کو دیا جاتا ہے۔',
      'آپ دیکھ سکتے ہیں کہ طالب علم کے بارے میں کیا محفوظ ہے اور کس نے دیکھا، غلطی درست کروا سکتے ہیں اور اپنی رائے شامل کروا سکتے ہیں۔ آپ ناروے کے ڈیٹا تحفظ کے ادارے (Datatilsynet) سے شکایت کر سکتے ہیں۔',
      'اگر آپ کے سوال ہوں تو جماعت کے استاد یا پرنسپل سے بات کریں۔',
    ],
  },
  ta: {
    title: 'மாணவர்களுக்கும் பெற்றோருக்கும்: மாணவர்கள் எப்படி இருக்கிறார்கள் என்று நாங்கள் கேட்கும் முறை',
    paragraphs: [
      '{school} ஆண்டுக்குப் பலமுறை மாணவர்களிடம் பள்ளியில் எப்படி இருக்கிறார்கள் என்றும், யாருடன் இருக்க விரும்புகிறார்கள் என்றும் கேட்கிறது. ஒரு மாணவர் பாதுகாப்பாகவும் நன்றாகவும் உணரவில்லை என்றால் அதை விரைவில் அறிய, சட்டம் கோருவதுபடி இதைச் செய்கிறோம் ({law}).',
      'பதில்கள் மாணவரின் பெயருடன் இணைக்கப்பட்டுள்ளன. வகுப்பு ஆசிரியர் அவற்றைப் பார்க்கிறார். பள்ளியில் உள்ள மற்றவர்கள் பெயர்கள் இல்லாத எண்களை மட்டும் பார்க்கிறார்கள்; சிறிய குழுக்கள் மறைக்கப்படும். மாணவருக்கு உதவத் தேவைப்படும்போது மட்டுமே பெயருடன் உள்ள தகவலைத் திறக்கிறார்கள். ஒவ்வொரு முறையும் யார், எப்போது, ஏன் திறந்தார்கள் என்று பதிவு செய்யப்படுகிறது.',
      'மாணவர் கேள்விகளைத் தவிர்க்கலாம், எப்போது வேண்டுமானாலும் நிறுத்தலாம். உடல்நலம், மதம், பூர்வீகம் அல்லது குடும்பம் பற்றி நாங்கள் கேட்பதில்லை; தனக்குப் பிடிக்காதவரைச் சொல்லும்படி யாரிடமும் கேட்பதில்லை.',
      'ஒரு எண் அல்லது அறிகுறி என்பது உன்னிப்பாகப் பார்ப்பதற்கான காரணம் மட்டுமே. மாணவருக்கு எது சரி என்பதை எப்போதும் ஒரு மனிதரே தீர்மானிக்கிறார்.',
      'தகவல்களுக்கு {owner} பொறுப்பு. அடிப்படை: தரவுப் பாதுகாப்பு ஒழுங்குவிதியின் பிரிவு 6(1)(c) மற்றும் நோர்வே கல்விச் சட்டம்; எனவே நாங்கள் சம்மதம் கேட்பதில்லை.',
      'பதில்கள் பள்ளி ஆண்டுக்குப் பிறகு அழிக்கப்படும்; கடைசி நாள் {until}. பெயர்கள் இல்லாத எண்கள் இருக்கும். பள்ளிச் சூழல் பற்றிய வழக்கில் உள்ளவை ஆவணக் காப்பகத்திற்கு மாற்றப்படும்.',
      'மாணவர் பற்றி என்ன சேமிக்கப்பட்டுள்ளது, யார் பார்த்தார்கள் என்பதை நீங்கள் பார்க்கலாம்; தவறைத் திருத்தச் சொல்லலாம்; உங்கள் கருத்தையும் சேர்க்கலாம். நோர்வே தரவுப் பாதுகாப்பு ஆணையத்திடம் (Datatilsynet) முறையிடலாம்.',
      'கேள்விகள் இருந்தால் வகுப்பு ஆசிரியர் அல்லது பள்ளி முதல்வரிடம் பேசுங்கள்.',
    ],
  },
  ti: {
    title: 'ንተማሃሮን ወለድን፦ ንተማሃሮ ከመይ ከም ዘለዉ ብኸመይ ንሓቶም',
    paragraphs: [
      '{school} ኣብ ዓመት ሓያሎ ግዜ ንተማሃሮ ኣብ ቤት ትምህርቲ ከመይ ከም ዘለዉን ምስ መን ክኾኑ ከም ዝፈትዉን ትሓትት። እዚ ንገብሮ ሓደ ተማሃራይ ውሑስን ጽቡቕን እንተዘይተሰሚዕዎ ቀልጢፍና ምእንቲ ክንፈልጥ እዩ፣ ሕጊ ከም ዝእዝዘና ({law})።',
      'መልስታት ምስ ስም ተማሃራይ ዝተኣሳሰረ እዩ። መምህር ክፍሊ ይርእዮ። ካልኦት ሰባት ቤት ትምህርቲ ስም ዘይብሉ ቁጽርታት ጥራይ ይርእዩ፣ ንኣሽቱ ጉጅለታት ድማ ይሕባእ። ስም ዘለዎ ሓበሬታ ዝኸፍቱ ንተማሃራይ ንምሕጋዝ ምስ ዘድልዮም ጥራይ እዩ። ኩሉ ግዜ መን፣ መዓስን ንምንታይን ከም ዝኸፈቶ ይምዝገብ።',
      'ተማሃራይ ሕቶታት ክዘልል፣ ኣብ ዝኾነ ግዜ ድማ ከቋርጽ ይኽእል። ብዛዕባ ጥዕና፣ እምነት፣ መበቆል ወይ ስድራቤት ኣይንሓትትን፣ ዝኾነ ሰብ ድማ ዘይፈትዎ ሰብ ክጠቅስ ኣይሕተትን።',
      'ቁጽሪ ወይ ምልክት ብቐረባ ንምርኣይ ምኽንያት ጥራይ እዩ። ንተማሃራይ ቅኑዕ እንታይ ምዃኑ ኩሉ ግዜ ሰብ እዩ ዝውስን።',
      'ንሓበሬታ {owner} ሓላፍነት ኣለዎ። መሰረቱ ዓንቀጽ 6(1)(c) ሕጊ ምክልኻል ዳታን ሕጊ ትምህርቲ ኖርወይን እዩ፣ ስለዚ ፍቓድ ኣይንሓትትን።',
      'መልስታት ድሕሪ ዓመተ ትምህርቲ ይድምሰስ፤ ናይ መወዳእታ መዓልቲ {until} እዩ። ስም ዘይብሉ ቁጽርታት ይተርፍ። ኣብ ጉዳይ ሃዋህው ቤት ትምህርቲ ዘሎ ናብ መዝገብ ቤት ይሰጋገር።',
      'ብዛዕባ ተማሃራይ እንታይ ከም ዝተዓቀበን መን ከም ዝረኣዮን ክትርእዩ፣ ጌጋ ክእረም ክትሓቱ፣ ናይ ገዛእ ርእስኹም ርእይቶ ድማ ክትውስኹ ትኽእሉ። ናብ ቤት ጽሕፈት ምክልኻል ዳታ ኖርወይ (Datatilsynet) ጥርዓን ከተቕርቡ ትኽእሉ።',
      'ሕቶ እንተ ኣለኩም ምስ መምህር ክፍሊ ወይ ርእሰ መምህር ተዘራረቡ።',
    ],
  },
};
