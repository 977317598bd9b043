using System.Collections.Immutable;
using PressKit.Languages;
using PressKit.Site;
using PressKit.Templates.Models;

namespace PressKit.Formats.Html;

/// <summary>Makes what pages show of contacts.</summary>
internal static class ContactModels
{
    /// <summary>Contacts, those who speak the page's language first.</summary>
    public static ImmutableArray<ContactModel> Of(IEnumerable<Contact> contacts, Frame frame, Locale locale) =>
        [.. ReadersFirst(contacts, frame.Language).Select(c => Of(c, frame, locale))];

    /// <summary>Contacts in the order in which readers of a language are given them.</summary>
    public static IEnumerable<Contact> ReadersFirst(IEnumerable<Contact> contacts, Language language) => contacts.OrderBy(c => !Speaks(c, language));

    /// <summary>A contact.</summary>
    public static ContactModel Of(Contact contact, Frame frame, Locale locale)
    {
        var fallback = frame.Newsroom.DefaultLanguage;
        var phone = contact.Phone is null ? null : string.Concat(contact.Phone.Where(c => char.IsAsciiDigit(c) || c == '+'));
        return new ContactModel(
            contact.Name.In(frame.Language, fallback) ?? contact.Id, contact.Role.In(frame.Language, fallback), contact.Email,
            contact.Email is null ? null : "mailto:" + Uri.EscapeDataString(contact.Email).Replace("%40", "@", StringComparison.Ordinal),
            contact.Phone, phone is null ? null : "tel:" + phone, LanguagesOf(contact, locale),
            contact.Name.Foreign(frame.Language, fallback)?.Tag, contact.Role.Foreign(frame.Language, fallback)?.Tag);
    }

    /// <summary>The languages that a contact speaks, in words, the reader's first; null where that is not said.</summary>
    public static string? LanguagesOf(Contact contact, Locale locale) => contact.Languages.IsDefaultOrEmpty
        ? null
        : locale.List([.. contact.Languages.OrderBy(l => l.Primary != locale.Language.Primary).Select(locale.NameOf)]);

    private static bool Speaks(Contact contact, Language language) =>
        !contact.Languages.IsDefaultOrEmpty && contact.Languages.Any(l => l.Primary == language.Primary);
}
