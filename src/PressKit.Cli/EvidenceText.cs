using System.Globalization;
using System.Text;
using PressKit.Translation;

namespace PressKit.Cli;

/// <summary>The record of an edition for people, in Markdown.</summary>
internal static class EvidenceText
{
    public static string Of(EditionEvidence record)
    {
        var (edition, text) = (record.Edition, new StringBuilder());
        Line($"# {Cell(edition.FrontMatter.Headline)}");
        Line("");
        Line($"Record of the edition {edition.Release.Id} in {edition.Language}, written at {EditionEvidence.Written(record.At)} by {Session.Tool} from the newsroom's files. It says what they show of how the text was made, reviewed and labelled, as article 50 of Regulation (EU) 2024/1689 asks a publisher to be able to show it. It is evidence, not legal advice.");
        Line("");
        Line("| | |");
        Line("|---|---|");
        Row("Text", Making(record));
        Row("Public", record.HeldBack is null ? $"yes, published at {EditionEvidence.Written(edition.FrontMatter.Published) ?? "no given time"}" : $"no: {record.HeldBack}");
        Row("Label that readers see", record.Label ?? "none");
        Row("Editorial responsibility", record.Responsible);
        Row("Policy", string.Join(", ", record.Policies.Select(p => $"{p.Key}: {p.Value}")));
        foreach (var happened in edition.Release.Record.Events.Where(e => e.Concerns(edition.Language)))
            Row(happened.Kind.ToString(), $"{EditionEvidence.Written(happened.At)}{(happened.By is null ? "" : $", {happened.By}")}: {happened.Reason}");
        Row("Identity of the text", edition.Content);
        Review();
        if (edition.Making != Editions.Making.Translated) return text.ToString().TrimEnd();
        Generated();
        return text.ToString().TrimEnd();

        void Review()
        {
            Line("");
            Line("## Human review");
            Line("");
            if (edition.Making != Editions.Making.Translated) Line("A person wrote the text in this language.");
            else if (edition.Approval is null) Line("Nobody has signed the text off as it is.");
            else Line($"Signed off by {edition.Approval.By} at {EditionEvidence.Written(edition.Approval.At)}{(edition.Repaired > 0 ? string.Create(CultureInfo.InvariantCulture, $"; in {edition.Repaired} of its sentences, figures, marks or markup have followed the source since, without a person") : "")}.");
            if (record.Approvals.IsEmpty) return;
            Line("");
            Line("| signed off by | at | what | source | holds | note |");
            Line("|---|---|---|---|---|---|");
            foreach (var a in record.Approvals)
                Line($"| {Cell(a.By)} | {EditionEvidence.Written(a.At)} | {a.Content} | {a.Revision ?? ""} | {(a == edition.Approval ? "yes" : "no")} | {Cell(a.Note ?? "")} |");
        }

        void Generated()
        {
            Line("");
            Line("## Who or what made it");
            Line("");
            var shares = record.Shares;
            Line(string.Create(CultureInfo.InvariantCulture, $"Of {shares.Total} sentences, machines made {shares.Machine} ({shares.Percent(shares.Machine)} %), the memory {shares.Memory} ({shares.Percent(shares.Memory)} %) and persons {shares.Person} ({shares.Percent(shares.Person)} %)."));
            Line("");
            Line("| kind | maker | method | glossary | sentences | from | to |");
            Line("|---|---|---|---|---|---|---|");
            foreach (var maker in record.Makers)
                Line(string.Create(CultureInfo.InvariantCulture, $"| {Kind(maker.Key.Origin)} | {Cell(maker.Key.Maker)} | {Cell(maker.Key.Method ?? "")} | {maker.Key.Glossary} | {maker.Count()} | {EditionEvidence.Written(maker.Min(s => s.Provenance!.At))} | {EditionEvidence.Written(maker.Max(s => s.Provenance!.At))} |"));
            Line("");
            Line("## Sentences");
            Line("");
            Line("| text | made by | state | revised by |");
            Line("|---|---|---|---|");
            foreach (var s in edition.Segments)
                Line($"| {Cell(s.Target?.ReadingText ?? "")} | {Cell(s.Provenance is { } p ? $"{Kind(p.Origin)}: {p.Maker}" : "")} | {s.State.ToString().ToLowerInvariant()}{(s.IsRepaired ? ", repaired" : "")} | {Cell(s.Provenance?.Revised?.By ?? "")} |");
        }

        void Row(string name, string value) => Line($"| {name} | {Cell(value)} |");

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Making(EditionEvidence record) => record.Edition.Making switch
    {
        Editions.Making.Source => "the source, written by a person",
        Editions.Making.Authored => "written by a person in this language",
        _ when record.Edition.IsStale => $"translated from an earlier version of the source in {record.Edition.Release.Source.Language}",
        _ => $"translated from the source in {record.Edition.Release.Source.Language}",
    };

    private static string Kind(Origin origin) => origin switch { Origin.Machine => "machine", Origin.Memory => "memory", _ => "person" };

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
