namespace PressKit.Benchmarks.Translation.Memory;

/// <summary>What sentences of a language are made of: phrases that newsrooms write, and syllables of its names and rarer words.</summary>
internal sealed record NewsLanguage(string Tag, string Space, string Stop, string[] Openers, string[] Subjects, string[] Verbs,
    string[] Objects, string[] Places, string[] Tails, string[] Syllables)
{
    public static NewsLanguage[] All { get; } =
    [
        new("it", " ", ".",
            ["Secondo il comitato", "Nel corso della conferenza stampa", "Come annunciato", "Per la prima volta", "Dopo una lunga attesa", "Oltre ai premi", "A margine della mostra", "In vista della nuova edizione", "Nonostante le difficoltà", "Insieme ai partner"],
            ["la giuria", "il festival", "l’azienda", "il museo", "la fondazione", "il direttore artistico", "la presidente", "il ministero della Cultura", "l’università", "la piattaforma", "il consorzio", "la regione", "una delegazione di registi", "il consiglio di amministrazione", "la casa editrice", "l’associazione dei produttori"],
            ["ha presentato", "ha annunciato", "inaugura", "ha scelto", "sostiene", "ha approvato", "pubblica", "ha ricevuto", "promuove", "ha firmato", "riduce", "ha premiato", "ospita", "rinvia", "ha confermato", "finanzia"],
            ["il nuovo programma", "la mostra dedicata a", "un accordo con", "i risultati del trimestre", "il restauro di", "la seconda edizione del concorso", "un piano di investimenti", "la collezione permanente", "il bando per giovani autori", "una serie di incontri", "il rapporto annuale", "la candidatura di", "un laboratorio di cinema", "la rete dei sentieri", "il catalogo digitale", "l’apertura della sede"],
            ["a Roma", "a Tokyo", "nel centro di Milano", "alla Biennale di Venezia", "in tutta Europa", "nella sede di Torino", "a Palermo e a Napoli", "presso il teatro comunale"],
            ["alla presenza del pubblico", "con oltre {0} partecipanti da {1} paesi", "entro il {2} {m} {y}", "per un valore di {0} euro", "in collaborazione con {N}", "senza alcun costo per i visitatori", "ha dichiarato {N}", "fino a {m} {y}"],
            ["ra", "ne", "lo", "ti", "ca", "ver", "mon", "gi", "sa", "bel", "tra", "no", "spe", "ri", "do", "van", "ze", "cor", "pi", "lu"]),
        new("en", " ", ".",
            ["According to the committee", "During the press conference", "As announced", "For the first time", "After a long wait", "Besides the prizes", "On the fringe of the show", "Ahead of the new season", "Despite the difficulties", "Together with its partners"],
            ["the jury", "the festival", "the company", "the museum", "the foundation", "the artistic director", "the chairwoman", "the Ministry of Culture", "the university", "the platform", "the consortium", "the region", "a delegation of film makers", "the board of directors", "the publishing house", "the association of producers"],
            ["presented", "has announced", "opens", "chose", "supports", "approved", "publishes", "received", "promotes", "has signed", "reduces", "awarded", "hosts", "postpones", "confirmed", "funds"],
            ["the new programme", "the exhibition about", "an agreement with", "the results of the quarter", "the restoration of", "the second edition of the contest", "an investment plan", "the permanent collection", "the call for young authors", "a series of meetings", "the annual report", "the candidacy of", "a film workshop", "the network of trails", "the digital catalogue", "the opening of the office"],
            ["in Rome", "in Tokyo", "in the centre of Milan", "at the Venice Biennale", "throughout Europe", "at its Turin office", "in Palermo and Naples", "at the municipal theatre"],
            ["in front of an audience", "with more than {0} participants from {1} countries", "by {2} {m} {y}", "worth {0} euros", "in cooperation with {N}", "at no cost for visitors", "said {N}", "until {m} {y}"],
            ["er", "con", "ster", "ing", "wood", "ham", "tion", "al", "mer", "ber", "ton", "ly", "den", "car", "ver", "pre", "ment", "ash", "bur", "low"]),
        new("de", " ", ".",
            ["Nach Angaben des Ausschusses", "Während der Pressekonferenz", "Wie angekündigt", "Zum ersten Mal", "Nach langem Warten", "Neben den Preisen", "Am Rande der Schau", "Vor der neuen Spielzeit", "Trotz der Schwierigkeiten", "Gemeinsam mit den Partnern"],
            ["die Jury", "das Festival", "das Unternehmen", "das Museum", "die Stiftung", "der künstlerische Leiter", "die Vorsitzende", "das Kulturministerium", "die Universität", "die Plattform", "das Konsortium", "die Region", "eine Abordnung von Filmschaffenden", "der Verwaltungsrat", "der Verlag", "der Verband der Produzenten"],
            ["stellt vor", "kündigt an", "eröffnet", "wählte", "unterstützt", "genehmigte", "veröffentlicht", "erhielt", "fördert", "unterzeichnete", "verringert", "zeichnete aus", "beherbergt", "verschiebt", "bestätigte", "finanziert"],
            ["das neue Programm", "die Ausstellung über", "ein Abkommen mit", "die Ergebnisse des Quartals", "die Wiederherstellung von", "die zweite Ausgabe des Wettbewerbs", "einen Investitionsplan", "die ständige Sammlung", "die Ausschreibung für junge Autoren", "eine Reihe von Treffen", "den Jahresbericht", "die Bewerbung von", "eine Filmwerkstatt", "das Netz der Wanderwege", "den digitalen Katalog", "die Eröffnung der Niederlassung"],
            ["in Rom", "in Tokio", "in der Mailänder Innenstadt", "auf der Biennale von Venedig", "in ganz Europa", "am Standort Turin", "in Palermo und Neapel", "im Stadttheater"],
            ["vor Publikum", "mit mehr als {0} Teilnehmern aus {1} Ländern", "bis zum {2}. {m} {y}", "im Wert von {0} Euro", "in Zusammenarbeit mit {N}", "ohne Kosten für die Besucher", "sagte {N}", "bis {m} {y}"],
            ["schaft", "berg", "keit", "ver", "ge", "stein", "ung", "hof", "wal", "den", "kra", "lich", "mann", "ein", "brü", "ster", "bach", "hei", "ra", "tum"]),
        new("fr", " ", ".",
            ["Selon le comité", "Au cours de la conférence de presse", "Comme annoncé", "Pour la première fois", "Après une longue attente", "Outre les prix", "En marge de l’exposition", "À l’approche de la nouvelle saison", "Malgré les difficultés", "Avec ses partenaires"],
            ["le jury", "le festival", "l’entreprise", "le musée", "la fondation", "le directeur artistique", "la présidente", "le ministère de la Culture", "l’université", "la plateforme", "le consortium", "la région", "une délégation de cinéastes", "le conseil d’administration", "la maison d’édition", "l’association des producteurs"],
            ["a présenté", "a annoncé", "inaugure", "a choisi", "soutient", "a approuvé", "publie", "a reçu", "promeut", "a signé", "réduit", "a récompensé", "accueille", "reporte", "a confirmé", "finance"],
            ["le nouveau programme", "l’exposition consacrée à", "un accord avec", "les résultats du trimestre", "la restauration de", "la deuxième édition du concours", "un plan d’investissement", "la collection permanente", "l’appel aux jeunes auteurs", "une série de rencontres", "le rapport annuel", "la candidature de", "un atelier de cinéma", "le réseau des sentiers", "le catalogue numérique", "l’ouverture du bureau"],
            ["à Rome", "à Tokyo", "au centre de Milan", "à la Biennale de Venise", "dans toute l’Europe", "dans ses locaux de Turin", "à Palerme et à Naples", "au théâtre municipal"],
            ["devant le public", "avec plus de {0} participants de {1} pays", "d’ici au {2} {m} {y}", "pour une valeur de {0} euros", "en collaboration avec {N}", "sans frais pour les visiteurs", "a déclaré {N}", "jusqu’en {m} {y}"],
            ["eau", "mont", "tion", "ra", "ville", "ment", "ser", "char", "li", "bou", "ette", "ner", "val", "cour", "pré", "jou", "mar", "din", "lle", "gne"]),
        new("es", " ", ".",
            ["Según el comité", "Durante la rueda de prensa", "Como se anunció", "Por primera vez", "Tras una larga espera", "Además de los premios", "Al margen de la muestra", "De cara a la nueva temporada", "A pesar de las dificultades", "Junto a sus socios"],
            ["el jurado", "el festival", "la empresa", "el museo", "la fundación", "el director artístico", "la presidenta", "el Ministerio de Cultura", "la universidad", "la plataforma", "el consorcio", "la región", "una delegación de cineastas", "el consejo de administración", "la editorial", "la asociación de productores"],
            ["presentó", "ha anunciado", "inaugura", "eligió", "apoya", "aprobó", "publica", "recibió", "promueve", "ha firmado", "reduce", "premió", "acoge", "aplaza", "confirmó", "financia"],
            ["el nuevo programa", "la exposición dedicada a", "un acuerdo con", "los resultados del trimestre", "la restauración de", "la segunda edición del concurso", "un plan de inversiones", "la colección permanente", "la convocatoria para jóvenes autores", "una serie de encuentros", "el informe anual", "la candidatura de", "un taller de cine", "la red de senderos", "el catálogo digital", "la apertura de la sede"],
            ["en Roma", "en Tokio", "en el centro de Milán", "en la Bienal de Venecia", "en toda Europa", "en su sede de Turín", "en Palermo y Nápoles", "en el teatro municipal"],
            ["ante el público", "con más de {0} participantes de {1} países", "antes del {2} de {m} de {y}", "por valor de {0} euros", "en colaboración con {N}", "sin coste para los visitantes", "declaró {N}", "hasta {m} de {y}"],
            ["ción", "dad", "mon", "ra", "lla", "ner", "ver", "cas", "tro", "bel", "do", "es", "cor", "fue", "gar", "lin", "tar", "pie", "zo", "men"]),
        new("ja", "", "。",
            ["委員会によると、", "記者会見では、", "発表のとおり、", "初めて、", "長い準備を経て、", "賞に加えて、", "展覧会に合わせて、", "新しい年度を前に、", "困難にもかかわらず、", "協力団体とともに、"],
            ["審査員は", "映画祭は", "同社は", "美術館は", "財団は", "芸術監督は", "会長は", "文化省は", "大学は", "配信サービスは", "実行委員会は", "地方政府は", "監督の代表団は", "取締役会は", "出版社は", "製作者協会は"],
            ["発表した", "公開した", "開幕させる", "選んだ", "支援する", "承認した", "出版する", "受け取った", "推進する", "締結した", "削減する", "表彰した", "開催する", "延期する", "確認した", "助成する"],
            ["新しい番組を", "特別展を", "提携契約を", "四半期の業績を", "修復計画を", "第二回コンテストを", "投資計画を", "常設展示を", "若手作家の公募を", "連続講座を", "年次報告書を", "立候補を", "映画講座を", "散策路の整備を", "電子目録を", "新事務所を"],
            ["ローマで", "東京で", "ミラノ中心部で", "ヴェネツィア・ビエンナーレで", "欧州全域で", "トリノの拠点で", "パレルモとナポリで", "市立劇場で"],
            ["観客の前で", "{1}か国から{0}人以上が参加し", "{y}年{M}月{2}日までに", "{0}ユーロ相当の", "{N}と協力して", "来場者の負担なしに", "{N}が述べ", "{y}年{M}月まで"],
            ["ア", "リ", "カ", "ソン", "マ", "ト", "ロ", "ネ", "サ", "ブラ", "ミ", "ハ", "ル", "ヴァ", "テ", "キ", "ラ", "ド", "ファ", "ノ"]),
    ];

    /// <summary>The names of the months.</summary>
    public string[] Months => Tag switch
    {
        "it" => ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"],
        "en" => ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        "de" => ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        "fr" => ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        "es" => ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        _ => ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    };
}
