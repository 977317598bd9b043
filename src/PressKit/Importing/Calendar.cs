using System.Collections.Frozen;

namespace PressKit.Importing;

/// <summary>How datelines of a language name months and weekdays, with the short and old forms that the press uses.</summary>
/// <param name="Months">The names of each month, in lower case.</param>
/// <param name="Weekday">A pattern of a weekday's name.</param>
internal sealed record Calendar(string[][] Months, string Weekday)
{
    private static readonly FrozenDictionary<string, Calendar> ByLanguage = new Dictionary<string, Calendar>(StringComparer.Ordinal)
    {
        ["it"] = Of("gennaio,genn,gen|febbraio,febb,feb|marzo,mar|aprile,apr|maggio,magg,mag|giugno,giu|luglio,lug|agosto,ago|" +
            "settembre,sett,set|ottobre,ott|novembre,nov|dicembre,dic", @"(lun|mar|mer|gio|ven|sab|dom)\p{L}*"),
        ["en"] = Of("january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug|september,sept,sep|october,oct|" +
            "november,nov|december,dec", @"(mon|tue|wed|thu|fri|sat|sun)\p{L}*"),
        ["fr"] = Of("janvier,janv|février,fevrier,févr,fév|mars|avril,avr|mai|juin|juillet,juil|août,aout|septembre,sept|octobre,oct|" +
            "novembre,nov|décembre,decembre,déc", @"(lun|mar|mer|jeu|ven|sam|dim)\p{L}*"),
        ["de"] = Of("januar,jänner,jan|februar,feber,febr,feb|märz,maerz,mär,mrz|april,apr|mai|juni,jun|juli,jul|august,aug|" +
            "september,sept,sep|oktober,okt|november,nov|dezember,dez", @"((mon|diens|mitt|donn|frei|sams|sonn)\p{L}*|mo|di|mi|do|fr|sa|so)"),
        ["es"] = Of("enero,ene|febrero,feb|marzo,mar|abril,abr|mayo,may|junio,jun|julio,jul|agosto,ago|septiembre,setiembre,sept,sep|" +
            "octubre,oct|noviembre,nov|diciembre,dic", @"(lun|mar|mi[ée]|jue|vie|s[áa]b|dom)\p{L}*"),
        ["pt"] = Of("janeiro,jan|fevereiro,fev|março,marco,mar|abril,abr|maio,mai|junho,jun|julho,jul|agosto,ago|setembro,set|" +
            "outubro,out|novembro,nov|dezembro,dez", @"(seg|ter|qua|qui|sex|s[áa]b|dom)\p{L}*(-feira)?"),
        ["ca"] = Of("gener,gen|febrer,febr|març,marc|abril,abr|maig|juny|juliol,jul|agost,ag|setembre,set|octubre,oct|novembre,nov|" +
            "desembre,des", @"(dil|dim|dij|div|dis|diu)\p{L}*"),
        ["ar"] = Of("يناير,كانون الثاني,جانفي|فبراير,شباط,فيفري|مارس,آذار|أبريل,إبريل,ابريل,نيسان,أفريل|مايو,أيار,ماي|يونيو,يونيه,حزيران,جوان|" +
            "يوليو,يوليه,تموز,جويلية|أغسطس,اغسطس,آب,أوت|سبتمبر,أيلول|أكتوبر,اكتوبر,تشرين الأول|نوفمبر,تشرين الثاني|ديسمبر,كانون الأول",
            @"(يوم\s+)?ال(اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت|أحد|احد)"),
        ["ja"] = new([], "[月火水木金土日](曜日?)?"),
        ["zh"] = new([], "(星期|周|週)[一二三四五六日天]"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names in a language; none where it is not one of those that are known here.</summary>
    public static Calendar In(Language language) => ByLanguage.GetValueOrDefault(language.Primary) ?? new Calendar([], @"\p{L}+");

    /// <summary>The number of a month by its name; 0 for none.</summary>
    public int Month(string name)
    {
        var key = string.Join(' ', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Array.FindIndex(Months, names => names.Contains(key, StringComparer.Ordinal)) + 1;
    }

    private static Calendar Of(string months, string weekday) => new([.. months.Split('|').Select(m => m.Split(','))], weekday);
}
