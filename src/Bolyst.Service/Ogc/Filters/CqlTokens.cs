namespace Bolyst.Service.Ogc.Filters;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Word,
    QuotedName,
    Text,
    Number,
    Symbol,
    End,
}

/// <summary>A token of CQL2 text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its text, without quotes.</param>
/// <param name="At">0-based place of its first character.</param>
/// <param name="After">0-based place after its last.</param>
internal readonly record struct Token(TokenKind Kind, string Value, int At, int After);

/// <summary>Cuts CQL2 text into tokens.</summary>
internal static class CqlTokens
{
    private static readonly string[] Symbols = ["<>", "<=", ">=", "=", "<", ">", "(", ")", ","];

    /// <summary>The tokens, the last of kind <see cref="TokenKind.End"/>.</summary>
    /// <exception cref="Rpc.RpcException">A character begins no token, or a quote is not closed.</exception>
    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = Next(text, at);
            tokens.Add(token);
            at = token.After;
        }

        tokens.Add(new(TokenKind.End, "", text.Length, text.Length));
        return tokens;
    }

    private static Token Next(string text, int at)
    {
        var first = text[at];
        if (first is '\'' or '"')
            return Quoted(text, at);
        if (char.IsLetter(first) || first == '_')
            return While(TokenKind.Word, text, at, c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':');
        if (char.IsAsciiDigit(first) || first is '-' or '+' or '.')
            return Number(text, at);
        var symbol = Array.Find(Symbols, symbol => text.AsSpan(at).StartsWith(symbol, StringComparison.Ordinal));
        return symbol is null ? throw CqlFault.Syntax(at, $"'{first}' has no meaning here") : new(TokenKind.Symbol, symbol, at, at + symbol.Length);
    }

    /// <summary>A quote is written twice, or after a backslash, to stand for itself.</summary>
    private static Token Quoted(string text, int at)
    {
        var (quote, value) = (text[at], new System.Text.StringBuilder());
        for (var next = at + 1; next < text.Length; next++)
        {
            var doubled = next + 1 < text.Length && text[next + 1] == quote;
            if ((text[next] == quote || text[next] == '\\') && doubled)
                value.Append(text[++next]);
            else if (text[next] == quote)
                return new(quote == '"' ? TokenKind.QuotedName : TokenKind.Text, value.ToString(), at, next + 1);
            else
                value.Append(text[next]);
        }

        throw CqlFault.Syntax(at, $"the quote {quote} is not closed");
    }

    private static Token Number(string text, int at) => While(
        TokenKind.Number, text, at, (c, before) => char.IsAsciiLetterOrDigit(c) || c == '.' || (c is '-' or '+' && before is 'e' or 'E'));

    private static Token While(TokenKind kind, string text, int at, Func<char, bool> more) => While(kind, text, at, (c, _) => more(c));

    private static Token While(TokenKind kind, string text, int at, Func<char, char, bool> more)
    {
        var after = at + 1;
        while (after < text.Length && more(text[after], text[after - 1]))
        {
            after++;
        }

        return new(kind, text[at..after], at, after);
    }
}
