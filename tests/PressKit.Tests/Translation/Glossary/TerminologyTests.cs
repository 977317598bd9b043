using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PressKit.Testing;
using PressKit.Translation.Glossary;

namespace PressKit.Tests.Translation.Glossary;

public sealed class TerminologyTests
{
    private static readonly Language Italian = Language.Parse("it");
    private static readonly Language English = Language.Parse("en");

    [Fact]
    public void The_longest_term_is_found_at_each_place()
    {
        var terms = new Terminology([SomeTerm.Name("Kling AI"), SomeTerm.Name("Kling AI NextGen"), SomeTerm.Name("AI")]);
        Show(terms, "Kling AI NextGen, Kling AI, AI").ShouldBe("[Kling AI NextGen], [Kling AI], [AI]");
    }

    [Theory]
    [InlineData("Azure", "vedi https://azure.example/Azure?a=Azure e Azure", "vedi https://azure.example/Azure?a=Azure e [Azure]")]
    [InlineData("git", "git.example.org e press@git.example e git", "git.example.org e press@git.example e [git]")]
    [InlineData("RSS", "feed/RSS.xml e RSS.", "feed/RSS.xml e [RSS].")]
    [InlineData("RSS", "详见example.org/RSS与RSS", "详见example.org/RSS与[RSS]")]
    public void No_term_stands_in_an_address(string term, string text, string found) =>
        Show(new Terminology([SomeTerm.Name(term)]), text).ShouldBe(found);

    [Theory]
    [InlineData("l’Kling <em1>AI</em1>.", 2, 8)]
    [InlineData("<a1>Kling</a1> AI", 0, 8)]
    public void A_term_goes_across_what_only_marks_it(string content, int start, int length)
    {
        var match = new Terminology([SomeTerm.Name("Kling AI")]).Find(Inline.Parse(content), Italian).Single();
        (match.Start, match.Length).ShouldBe((start, length));
    }

    [Theory]
    [InlineData("Kling <code1/>AI")]
    [InlineData("Kling<br1/>AI")]
    [InlineData("Kl<em1>ing AIs</em1>")]
    public void A_term_does_not_go_across_a_code_that_stands_alone(string content) =>
        new Terminology([SomeTerm.Name("Kling AI")]).Find(Inline.Parse(content), Italian).ShouldBeEmpty();

    [Theory]
    [InlineData(TermCase.Exact, "premio", "premio Premio PREMIO", "[premio] Premio PREMIO")]
    [InlineData(TermCase.Capitals, "premio", "premio Premio PREMIO", "[premio] [Premio] [PREMIO]")]
    [InlineData(TermCase.Capitals, "AI", "AI ai Ai", "[AI] ai Ai")]
    [InlineData(TermCase.Capitals, "Gran Premio", "gran premio GRAN PREMIO", "gran premio [GRAN PREMIO]")]
    [InlineData(TermCase.Any, "AI", "AI ai Ai", "[AI] [ai] [Ai]")]
    public void Letter_case_counts_as_the_term_says(TermCase letters, string term, string text, string found) =>
        Show(new Terminology([SomeTerm.In("it", term) with { Case = letters }]), text).ShouldBe(found);

    [Theory]
    [InlineData("Grand Prix", "Grand\u00a0Prix", true)]
    [InlineData("Grand Prix", "Grand\nPrix", true)]
    [InlineData("Grand Prix", "Grand, Prix", false)]
    [InlineData("C++", "in C++ e C", true)]
    [InlineData("Yahoo!", "Yahoo! e Yahoo", true)]
    [InlineData("L’arte", "L'arte", true)]
    [InlineData("Kling", "ＫＬＩＮＧ", false)]
    [InlineData("naïve", "na\u00adïve", true)]
    [InlineData("Kling", "Ｋｌｉｎｇ", true)]
    public void Spaces_and_marks_are_those_of_the_term(string term, string text, bool found) =>
        new Terminology([SomeTerm.Name(term)]).Find(text, Italian).Length.ShouldBe(found ? 1 : 0);

    [Fact]
    public void Words_that_stand_for_two_things_are_found_as_both()
    {
        var terms = new Terminology([SomeTerm.Settled("it", "colpo", "en", "shot"), SomeTerm.Settled("it", "colpo", "en", "blow") with { Id = "blow" }]);
        terms.Find("un colpo", Italian).Select(m => m.Term.Id).ShouldBe(["colpo", "blow"]);
        Faults(terms, "un colpo", "a blow").ShouldBeEmpty();
        Faults(terms, "un colpo", "a hit").ShouldBe(["Missing colpo: shot"]);
    }

    [Fact]
    public void A_term_is_found_from_any_of_its_languages()
    {
        var terms = new Terminology([SomeTerm.Settled("it", "montepremi", "en", "prize money")]);
        terms.Compare(InlineContent.Of("The prize money"), InlineContent.Of("Il montepremi"), English, Italian).ShouldBeEmpty();
        terms.Compare(InlineContent.Of("The prize money"), InlineContent.Of("Il denaro"), English, Italian).Single().Wanted.ShouldBe("montepremi");
    }

    [Theory]
    [InlineData("Il montepremi", "The prize money", "")]
    [InlineData("Il montepremi", "The money", "Missing montepremi: prize money")]
    [InlineData("Il montepremi", "The jackpot", "Forbidden montepremi: prize money at 4")]
    [InlineData("Un altro tema", "The jackpot", "Forbidden montepremi: prize money at 4")]
    [InlineData("Il montepremi e il montepremi", "The prize money, again", "")]
    [InlineData("Tutto di Kling AI", "All by Kling", "NameChanged Kling AI: Kling AI")]
    public void A_translation_is_compared_with_the_glossary(string source, string target, string faults) =>
        string.Join("; ", Faults(new Terminology([SomeTerm.Settled("it", "montepremi", "en", "prize money", "jackpot"), SomeTerm.Name("Kling AI")]), source, target))
            .ShouldBe(faults);

    [Theory]
    [InlineData("ja", "曾雨绅が語る", true)]
    [InlineData("ja", "Zeng Yushenが語る", false)]
    [InlineData("ar", "تحدث تسنغ يوشن", true)]
    [InlineData("ar", "وتسنغ يوشن", true)]
    [InlineData("fa", "تسنغ يوشن", true)]
    [InlineData("en", "Zeng Yushen speaks", true)]
    [InlineData("en", "Zeng speaks", false)]
    public void A_name_is_written_in_the_script_of_the_translation(string language, string target, bool follows)
    {
        var terms = new Terminology([SomeTerm.Person("Zeng Yushen", ("Arab", "تسنغ يوشن"), ("ja", "曾雨绅"))]);
        terms.Compare(InlineContent.Of("Parla Zeng Yushen"), InlineContent.Of(target), Italian, Language.Parse(language)).IsEmpty.ShouldBe(follows);
    }

    [Theory]
    [InlineData(TitlePolicy.Official, "de", "Tiger and Dragon")]
    [InlineData(TitlePolicy.Bracketed, "de", "La tigre e il dragone (Tiger and Dragon)")]
    [InlineData(TitlePolicy.Bracketed, "ja", "La tigre e il dragone（グリーン・デスティニー）")]
    [InlineData(TitlePolicy.Original, "de", "La tigre e il dragone")]
    [InlineData(TitlePolicy.Official, "pl", "La tigre e il dragone")]
    public void A_title_stands_by_the_policy_for_titles(TitlePolicy policy, string language, string wanted)
    {
        var title = SomeTerm.Title(policy, "it", "La tigre e il dragone", ("de", "Tiger and Dragon"), ("ja", "グリーン・デスティニー"));
        title.Wanted(Language.Parse(language)).ShouldBe(wanted);
        var terms = new Terminology([title]);
        terms.Compare(InlineContent.Of("La tigre e il dragone"), InlineContent.Of($"x {wanted} x"), Italian, Language.Parse(language)).ShouldBeEmpty();
        terms.Compare(InlineContent.Of("La tigre e il dragone"), InlineContent.Of("Der Tiger"), Italian, Language.Parse(language)).Single().Wanted.ShouldBe(wanted);
    }

    [Fact]
    public void Two_texts_have_the_same_terms_whatever_their_other_words()
    {
        var terms = new Terminology([SomeTerm.In("it", "premio"), SomeTerm.Name("Kling AI")]);
        terms.HaveTheSameTerms(InlineContent.Of("Il premio di Kling AI"), InlineContent.Of("Kling AI dà premi"), Italian).ShouldBeTrue();
        terms.HaveTheSameTerms(InlineContent.Of("Il premio di Kling AI"), InlineContent.Of("Il premio"), Italian).ShouldBeFalse();
    }

    [Property(MaxTest = 300)]
    public Property The_index_finds_what_a_naive_search_finds() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        string[] words = ["ab", "Ab", "a", "b", "ba", "日", "本", "語", "C++", "É", "ß", "١", "🎬"];
        string[] spaces = [" ", "\u00a0", "", ", ", ". ", "'"];
        var terms = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Any(random.Next(1, 4))).Distinct(StringComparer.Ordinal).Select(t => SomeTerm.Name(t)).ToArray();
        var text = Any(random.Next(0, 30));
        var found = new Terminology([.. terms]).Find(text, Language.Parse("xx")).Select(m => (m.Start, m.Length, m.Term.Text));
        found.ShouldBe(Naive(terms, text), $"“{text}” with {string.Join(" | ", terms.Select(t => t.Text))}");

        string Any(int count)
        {
            var made = new StringBuilder(words[random.Next(words.Length)]);
            for (var i = 1; i < count; i++) made.Append(spaces[random.Next(spaces.Length)]).Append(words[random.Next(words.Length)]);
            return made.ToString();
        }
    });

    /// <summary>At each place the longest of all terms that stands there as a whole word, spaces being alike.</summary>
    private static IEnumerable<(int Start, int Length, string Term)> Naive(Term[] terms, string text)
    {
        var tokens = new TermText(text).Tokens;
        for (var i = 0; i < tokens.Count;)
        {
            var best = terms.Select(t => (Term: t, Tokens: Fits(t.Text, text, i))).Where(t => t.Tokens > 0).OrderByDescending(t => t.Tokens).ToList();
            if (best.Count == 0)
            {
                i++;
                continue;
            }

            var end = tokens[i + best[0].Tokens - 1];
            foreach (var (term, _) in best.TakeWhile(b => b.Tokens == best[0].Tokens)) yield return (tokens[i].Start, end.Start + end.Length - tokens[i].Start, term.Text);
            i += best[0].Tokens;
        }

        static int Fits(string term, string text, int at)
        {
            var (words, tokens) = (new TermText(term).Tokens, new TermText(text).Tokens);
            if (at + words.Count > tokens.Count) return 0;
            for (var i = 0; i < words.Count; i++)
            {
                var token = tokens[at + i];
                if (text.Substring(token.Start, token.Length) != term.Substring(words[i].Start, words[i].Length)) return 0;
                if (i > 0 && token.HasGap != words[i].HasGap) return 0;
            }

            return words.Count;
        }
    }

    private static IEnumerable<string> Faults(Terminology terms, string source, string target) =>
        terms.Compare(InlineContent.Of(source), InlineContent.Of(target), Italian, English).Select(f =>
            $"{f.Fault} {f.Term.Id}: {f.Wanted}{(f.Target is { } there ? FormattableString.Invariant($" at {there.Start}") : "")}");

    private static string Show(Terminology terms, string text)
    {
        var shown = new StringBuilder(text);
        foreach (var match in terms.Find(text, Italian).Reverse()) shown.Insert(match.End, ']').Insert(match.Start, '[');
        return shown.ToString();
    }
}
