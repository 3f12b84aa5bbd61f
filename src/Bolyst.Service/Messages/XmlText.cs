namespace Bolyst.Service.Messages;

/// <summary>Text as XML can hold it.</summary>
internal static class XmlText
{
    /// <summary>The text with a replacement character for each that XML has no way to write: most control characters.</summary>
    public static string Legal(string text) => text.All(IsLegal) ? text : string.Concat(text.Select(letter => IsLegal(letter) ? letter : '\uFFFD'));

    private static bool IsLegal(char letter) => letter is >= ' ' and not '\uFFFE' and not '\uFFFF' or '\t' or '\n';
}
