using System.Globalization;
using PressKit.Translation.Xliff;

namespace PressKit.Translation.Glossary.Exchange;

/// <summary>Writes a glossary as TBX v3 (ISO 30042:2019), dialect TBX-Basic, style DCA: an entry is a <c>conceptEntry</c>, a
/// language a <c>langSec</c>, a form a <c>termSec</c>. docs/glossary.md says what stands where.</summary>
public static class TbxWriter
{
    /// <summary>The file's bytes.</summary>
    /// <param name="terms">The entries.</param>
    /// <param name="language">The language of the notes.</param>
    /// <param name="name">Whose glossary it is.</param>
    public static byte[] Write(IEnumerable<Term> terms, Language language, string name)
    {
        var markup = new XliffMarkup();
        markup.Start("tbx", ("xmlns", TermWords.Core), ("type", "TBX-Basic"), ("style", "dca"), ("xml:lang", language.Tag));
        markup.Start("tbxHeader");
        markup.Start("fileDesc");
        markup.Start("sourceDesc");
        markup.Leaf("p", XliffMarkup.Plain(name));
        markup.End("sourceDesc");
        markup.End("fileDesc");
        markup.End("tbxHeader");
        markup.Start("text");
        markup.Start("body");
        foreach (var term in terms) Write(markup, term);
        markup.End("body");
        markup.End("text");
        markup.End("tbx");
        return markup.ToBytes();
    }

    private static void Write(XliffMarkup markup, Term term)
    {
        markup.Start("conceptEntry", ("id", term.Id));
        if (term.Kind != TermKind.Term) markup.Leaf("descrip", TermWords.LowerCase(term.Kind), ("type", "subjectField"));
        if (term.Definition is { } definition) markup.Leaf("descrip", XliffMarkup.Plain(definition), ("type", "definition"));
        if (term.Note is { } note) markup.Leaf("note", XliffMarkup.Plain(note));
        markup.Leaf("note", XliffMarkup.Plain(TermWords.NoteOf(TermWords.PropertiesOf(term))!));
        foreach (var language in TermWords.FormsOf(term).GroupBy(f => f.Tag, f => f.Form, StringComparer.Ordinal))
        {
            markup.Start("langSec", ("xml:lang", language.Key));
            foreach (var form in language) Write(markup, form);
            markup.End("langSec");
        }

        markup.End("conceptEntry");
    }

    private static void Write(XliffMarkup markup, TermForm form)
    {
        markup.Start("termSec");
        markup.Leaf("term", XliffMarkup.Plain(form.Text));
        if (form.PartOfSpeech is { } part) markup.Leaf("termNote", part.ToString().ToLower(CultureInfo.InvariantCulture), ("type", "partOfSpeech"));
        markup.Leaf("termNote", TermWords.Of(form.Status), ("type", "administrativeStatus"));
        if (form.Note is { } note) markup.Leaf("note", XliffMarkup.Plain(note));
        if (!form.Inflections.IsEmpty) markup.Leaf("note", XliffMarkup.Plain(TermWords.NoteOf([("inflections", string.Join(" | ", form.Inflections))])!));
        markup.End("termSec");
    }
}
