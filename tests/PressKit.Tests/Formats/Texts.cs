namespace PressKit.Tests.Formats;

/// <summary>The words of <see cref="SomeSite"/>.</summary>
internal static class Texts
{
    private static readonly DateTimeOffset Published = new(2025, 11, 3, 9, 0, 0, TimeSpan.FromHours(1));

    public static string About(Language language) => language.Tag switch
    {
        "it" => "Chi siamo",
        "ja" => "私たちについて",
        "ar" => "من نحن",
        _ => "About us",
    };

    public static string Headline(Language language, int i) => (language.Tag, i) switch
    {
        ("it", 0) => "Un embargo che nessuna pagina può tradire",
        ("it", 1) => "Un feed per ogni lingua, con il testo intero",
        ("it", 2) => "I nomi propri restano come sono",
        ("it", _) => "Un solo comando per pubblicare",
        ("ja", 0) => "解禁前の情報は、どのページからも漏れません",
        ("ja", 1) => "言語ごとに全文フィードを配信",
        ("ja", 2) => "固有名詞は、そのままの表記で",
        ("ja", _) => "コマンドひとつで公開",
        ("ar", 0) => "حظر نشر لا تكشفه أي صفحة",
        ("ar", 1) => "موجز كامل النص لكل لغة",
        ("ar", 2) => "الأسماء تبقى كما هي",
        ("ar", _) => "أمر واحد للنشر",
        (_, 0) => "An embargo that no page can give away",
        (_, 1) => "A full-text feed for every language",
        (_, 2) => "Names stay as they are",
        _ => "One command publishes everything",
    };

    public static FrontMatter FrontMatter(Language language) => language.Tag switch
    {
        "it" => Of("A Tokyo il cinema prova a dialogare con l’intelligenza artificiale",
            "Al Kling AI NextGen Creative Contest il Gran Premio va ad “Alzheimer”, viaggio nella mente di un anziano che perde la memoria",
            "Oltre 4.600 partecipanti da 122 Paesi, 42.000 dollari di montepremi e un vincitore che parla di memoria: il concorso di Kling AI porta al festival i cortometraggi realizzati con l’intelligenza artificiale.",
            "Tokyo", "Platea in penombra davanti a una pellicola gigante", "Dalla pellicola al pixel, un’illustrazione per il concorso",
            new Quote("Le tecniche si stanno evolvendo in modo rapidissimo, stiamo vivendo un vero salto in avanti.", "Tim Yip", "premio Oscar e Bafta"),
            "Le immagini sono illustrazioni e non riproducono opere in concorso."),
        "ja" => Of("東京で、映画が人工知能との対話を試みる",
            "Kling AI NextGen Creative Contest のグランプリは、記憶を失っていく老人の心を描いた「Alzheimer」に",
            "122か国から4,600人を超える応募、賞金総額42,000ドル。Kling AI のコンテストが、人工知能で制作された短編映画を映画祭に届けました。期待とためらいが交錯する会場の様子を伝えます。",
            "東京", "巨大なフィルムの前の薄暗い客席", "フィルムからピクセルへ（コンテストのためのイラスト）",
            new Quote("技術は驚くほどの速さで進化しています。私たちはまさに飛躍のただ中にいるのです。", "Tim Yip", "アカデミー賞・英国アカデミー賞受賞"),
            "画像はすべて本文のためのイラストであり、出品作品ではありません。"),
        "ar" => Of("في طوكيو، السينما تجرّب الحوار مع الذكاء الاصطناعي",
            "الجائزة الكبرى في مسابقة Kling AI NextGen Creative Contest لفيلم «Alzheimer»، رحلة في ذهن مسنّ يفقد ذاكرته",
            "أكثر من 4600 مشارك من 122 بلدًا، وجوائز قيمتها 42 ألف دولار: مسابقة Kling AI تحمل إلى المهرجان أفلامًا قصيرة صُنعت بالذكاء الاصطناعي، بين الحماسة والتحفّظ.",
            "طوكيو", "قاعة معتمة أمام شريط سينمائي عملاق", "من الشريط إلى البكسل، رسم توضيحي للمسابقة",
            new Quote("التقنيات تتطور بسرعة مذهلة، ونحن نعيش قفزة حقيقية إلى الأمام.", "Tim Yip", "حائز جائزتي الأوسكار والبافتا"),
            "الصور رسوم توضيحية ولا تمثّل أعمالًا مشاركة في المسابقة."),
        _ => Of("In Tokyo, cinema tries a conversation with artificial intelligence",
            "The Grand Prix of the Kling AI NextGen Creative Contest goes to “Alzheimer”, a journey into the mind of a man losing his memory",
            "More than 4,600 entrants from 122 countries, 42,000 dollars in prizes and a winner about memory: the Kling AI contest brings short films made with artificial intelligence to the festival.",
            "Tokyo", "A dim auditorium before a giant strip of film", "From film to pixels, an illustration for the contest",
            new Quote("Techniques are evolving extremely fast; we are living through a real leap forward.", "Tim Yip", "Oscar and Bafta winner"),
            "The images are illustrations and show no work of the competition."),
    };

    public static string Html(Language language) => language.Tag switch
    {
        "it" => Article(
            "Durante il Tokyo Film Festival si è svolto il <strong>Kling AI NextGen Creative Contest</strong>, che ha radunato autori da ogni angolo del mondo per mostrare cortometraggi realizzati con l’aiuto dell’intelligenza artificiale. Organizzato dalla piattaforma di Kuaishou Technology, il concorso ha attirato <em>più di 4.600 partecipanti</em> da 122 Paesi, con l’obiettivo di mettere a fuoco il legame sempre più stretto fra creatività umana e strumenti digitali.",
            "Cinema e tecnologia: il concorso che fa parlare",
            "Partito a settembre con un montepremi di 42.000 dollari, il contest è stato una delle novità più discusse del festival. I corti selezionati sono stati proiettati sul grande schermo, e i partecipanti hanno potuto confrontarsi con <a href=\"https://example.org/\">esperti del cinema internazionale</a>.",
            "Il dibattito resta aperto: come si intrecceranno tecnologia e narrazione umana è ancora tutto da capire.",
            ["Indicatore", "Valore"], ["Partecipanti", "4.600"], ["Paesi", "122"]),
        "ja" => Article(
            "東京の映画祭の会期中、<strong>Kling AI NextGen Creative Contest</strong> が開催され、人工知能を用いて制作された短編映画を携えた作り手たちが世界各地から集まりました。快手科技のプラットフォームが主催したこのコンテストには、122か国から<em>4,600人を超える応募</em>があり、人間の創造性と先進的なデジタルツールとの結びつきがますます強まっていることを示しました。",
            "映画と技術、話題を呼んだコンテスト",
            "賞金総額42,000ドルで9月に始まったコンテストは、映画祭でもっとも議論を呼んだ催しのひとつとなりました。選ばれた短編は大きなスクリーンで上映され、参加者は<a href=\"https://example.org/\">世界の映画の専門家</a>と直接語り合う機会を得ました。",
            "議論はまだ続いています。技術と人間の物語がどのように織り合わされていくのか、その答えはこれからです。",
            ["指標", "数値"], ["応募者", "4,600"], ["国", "122"]),
        "ar" => Article(
            "خلال مهرجان طوكيو السينمائي أُقيمت مسابقة <strong>Kling AI NextGen Creative Contest</strong> التي جمعت مبدعين من أنحاء العالم لعرض أفلام قصيرة أُنجزت بمساعدة الذكاء الاصطناعي. وقد استقطبت المسابقة، التي تنظمها منصة Kuaishou Technology، <em>أكثر من 4600 مشارك</em> من 122 بلدًا، بهدف تسليط الضوء على الصلة المتنامية بين إبداع الإنسان والأدوات الرقمية المتقدمة.",
            "السينما والتقنية: مسابقة تثير النقاش",
            "انطلقت المسابقة في سبتمبر بجوائز قيمتها 42 ألف دولار، وكانت من أكثر مستجدات المهرجان إثارة للحديث. عُرضت الأفلام المختارة على الشاشة الكبيرة، وأتيح للمشاركين أن يلتقوا <a href=\"https://example.org/\">خبراء السينما العالمية</a> وجهًا لوجه.",
            "يبقى النقاش مفتوحًا: كيف ستتشابك التقنية مع السرد الإنساني؟ هذا ما لم يتضح بعد.",
            ["المؤشر", "القيمة"], ["المشاركون", "4600"], ["البلدان", "122"]),
        _ => Article(
            "During the Tokyo Film Festival the <strong>Kling AI NextGen Creative Contest</strong> brought together authors from every corner of the world to show short films made with the help of artificial intelligence. Organised by Kuaishou Technology’s platform, the contest attracted <em>more than 4,600 entrants</em> from 122 countries and set out to show how closely human creativity and advanced digital tools are now bound together.",
            "Cinema and technology: the contest everyone talks about",
            "Launched in September with prizes of 42,000 dollars, the contest was one of the most discussed novelties of the festival. The selected shorts were shown on the big screen, and entrants met <a href=\"https://example.org/\">experts of international cinema</a> face to face.",
            "The debate remains open: how technology and human storytelling will intertwine is yet to be understood.",
            ["Indicator", "Value"], ["Entrants", "4,600"], ["Countries", "122"]),
    };

    private static string Article(string first, string heading, string second, string quote, params string[][] table) => $"""
        <p>{first}</p>
        <h2>{heading}</h2>
        <p>{second}</p>
        <blockquote>
        <p>{quote}</p>
        </blockquote>
        <ul>
        <li>{table[1][0]}: {table[1][1]}</li>
        <li>{table[2][0]}: {table[2][1]}</li>
        </ul>
        <table>
        <thead><tr><th>{table[0][0]}</th><th>{table[0][1]}</th></tr></thead>
        <tbody><tr><td>{table[1][0]}</td><td>{table[1][1]}</td></tr><tr><td>{table[2][0]}</td><td>{table[2][1]}</td></tr></tbody>
        </table>
        <pre><code>presskit publish --newsroom .
          --now 2025-11-03T09:00:00+01:00
        </code></pre>
        <p>{second}</p>

        """;

    private static FrontMatter Of(
        string headline, string subhead, string summary, string place, string alt, string caption, Quote quote, string notes) => new()
        {
            Headline = headline,
            Subhead = subhead,
            Summary = summary,
            Dateline = new Dateline(place, new DateOnly(2025, 11, 3)),
            Published = Published,
            Topics = ["ai", "cinema"],
            Contacts = ["press"],
            Boilerplate = "about",
            Media = [new MediaItem("media/stage.svg", alt, caption, "Kaleidos", "CC BY 4.0"), new MediaItem("media/facts.pdf", null, "4,600 / 122", null, null)],
            Quotes = [quote],
            Notes = notes,
        };
}
