using System.Globalization;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Items;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>Reads CQL2 text: what binds least is read first, as in the grammar (OGC 21-065r2, annex B).</summary>
internal sealed class CqlText
{
    private const int MaxDepth = 50;

    private readonly string text;
    private readonly FilterPlaces places;
    private readonly List<Token> tokens;
    private int next;
    private int depth;

    private CqlText(string text, Crs crs)
    {
        (this.text, places, tokens) = (text, new(crs), CqlTokens.Cut(text));
    }

    /// <summary>Reads a filter.</summary>
    /// <param name="text">The filter.</param>
    /// <param name="crs">System of its coordinates.</param>
    /// <exception cref="Rpc.RpcException">It cannot be read; the fault names the character.</exception>
    public static Cql Read(string text, Crs crs)
    {
        var reader = new CqlText(text, crs);
        var filter = reader.Any();
        return reader.Peek.Kind == TokenKind.End ? filter : throw CqlFault.Syntax(reader.Peek.At, $"expected AND, OR or the end, found '{reader.Peek.Value}'");
    }

    private Token Peek => tokens[next];

    private Cql Any()
    {
        var parts = new List<Cql> { All() };
        while (TakeWord("OR"))
        {
            parts.Add(All());
        }

        return parts.Count == 1 ? parts[0] : new AnyOf(parts);
    }

    private Cql All()
    {
        var parts = new List<Cql> { One() };
        while (TakeWord("AND"))
        {
            parts.Add(One());
        }

        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }

    private Cql One()
    {
        if (++depth > MaxDepth)
            throw TooDeep(Peek);
        var one = TakeWord("NOT") ? new Not(One()) : TakeSymbol("(") ? Closed(Any()) : Predicate();
        depth--;
        return one;
    }

    private static Rpc.RpcException TooDeep(Token at) => CqlFault.Syntax(at.At, FormattableString.Invariant($"the filter is nested deeper than {MaxDepth}"));

    private Cql Closed(Cql inner)
    {
        Expect(")");
        return inner;
    }

    private Cql Predicate()
    {
        if (Peek.Kind == TokenKind.Word && tokens[next + 1].Value == "(")
        {
            if (CqlNames.TrySpatial(Peek.Value, out var spatial))
                return SpatialArguments(spatial);
            if (CqlNames.TryTemporal(Peek.Value, out var temporal))
                return TemporalArguments(temporal);
        }

        var left = Value();
        if (Peek.Kind == TokenKind.Symbol && CqlNames.Comparisons.Contains(Peek.Value, StringComparer.Ordinal))
            return new Comparison(tokens[next++].Value, left, Value());
        if (left is Literal { Value: bool truth })
            return new Constant(truth);
        if (TakeWord("IS"))
        {
            var no = TakeWord("NOT");
            return TakeWord("NULL") ? Unless(no, new IsMissing(left)) : throw Unexpected("NULL");
        }

        return Worded(left);
    }

    private Cql Worded(Scalar left)
    {
        var no = TakeWord("NOT");
        if (TakeWord("LIKE"))
            return Peek.Kind == TokenKind.Text ? Unless(no, new Like(left, tokens[next++].Value)) : throw Unexpected("a pattern in single quotes");
        if (TakeWord("BETWEEN"))
        {
            var low = Value();
            if (!TakeWord("AND"))
                throw Unexpected("AND");
            return Unless(no, new AllOf([new Comparison(">=", left, low), new Comparison("<=", left, Value())]));
        }

        if (!TakeWord("IN"))
            throw Unexpected("a comparison, IS NULL, LIKE, BETWEEN or IN");
        Expect("(");
        var list = new List<Scalar> { Value() };
        while (TakeSymbol(","))
        {
            list.Add(Value());
        }

        Expect(")");
        return Unless(no, new OneOf(left, list));
    }

    private Scalar Value()
    {
        var token = tokens[next];
        switch (token.Kind)
        {
            case TokenKind.Text:
                next++;
                return new Literal(token.Value);
            case TokenKind.Number:
                next++;
                return double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                    ? new Literal(number)
                    : throw CqlFault.Syntax(token.At, $"'{token.Value}' is not a number");
            case TokenKind.QuotedName:
                next++;
                return new Property(token.Value);
            case TokenKind.Word when tokens[next + 1].Value == "(" && token.Value.ToUpperInvariant() is "DATE" or "TIMESTAMP":
                next += 2;
                var day = Day();
                Expect(")");
                return day;
            case TokenKind.Word when token.Value.ToUpperInvariant() is "TRUE" or "FALSE":
                next++;
                return new Literal(token.Value.Equals("true", StringComparison.OrdinalIgnoreCase));
            case TokenKind.Word when token.Value.ToUpperInvariant() is not ("AND" or "OR" or "NOT" or "IN" or "LIKE" or "BETWEEN" or "IS" or "NULL"):
                next++;
                return tokens[next].Value == "(" ? throw CqlFault.Syntax(token.At, $"there is no function '{token.Value}'") : new Property(token.Value);
            default:
                throw Unexpected("a property or a value");
        }
    }

    private Literal Day()
    {
        var token = tokens[next++];
        return token.Kind == TokenKind.Text && DayInterval.TryDay(token.Value, out var day)
            ? new(day)
            : throw CqlFault.Syntax(token.At, "expected a day or time in single quotes, for example '2024-01-01'");
    }

    /// <summary>The outline and a geometry, either first.</summary>
    private Cql SpatialArguments(Func<Geometry, bool, Cql> make)
    {
        next++;
        Expect("(");
        if (TakeOutline())
        {
            Expect(",");
            return Closed(make(Geometry(), false));
        }

        if (!IsGeometry())
            throw Unexpected($"the property {FilterPlaces.PropertyName} or a geometry");
        var geometry = Geometry();
        Expect(",");
        return Closed(TakeOutline() ? make(geometry, true) : throw Unexpected($"the property {FilterPlaces.PropertyName}"));
    }

    private bool TakeOutline()
    {
        var found = Peek is { Kind: TokenKind.Word or TokenKind.QuotedName, Value: FilterPlaces.PropertyName };
        next += found ? 1 : 0;
        return found;
    }

    /// <summary>A word and what it opens or says of itself: POINT(…), POINT Z (…), POINT EMPTY.</summary>
    private bool IsGeometry() => Peek.Kind == TokenKind.Word && (tokens[next + 1].Value == "(" || IsDimension(tokens[next + 1]) || IsEmpty(tokens[next + 1]));

    private static bool IsDimension(Token token) => token.Kind == TokenKind.Word && token.Value.ToUpperInvariant() is "Z" or "M" or "ZM";

    private static bool IsEmpty(Token token) => token.Kind == TokenKind.Word && token.Value.Equals("EMPTY", StringComparison.OrdinalIgnoreCase);

    /// <summary>Well-known text, or BBOX, as far as its brackets reach.</summary>
    private Geometry Geometry()
    {
        var (first, open) = (Peek, 0);
        if (!IsGeometry())
            throw Unexpected("a geometry, for example POINT(10.7 59.9) or BBOX(10.6,59.8,10.8,60.0)");
        next += IsDimension(tokens[next + 1]) ? 1 : 0;
        do
        {
            var value = tokens[++next];
            if (value.Kind == TokenKind.End)
                throw CqlFault.Syntax(first.At, $"the brackets of {first.Value} are not closed");
            open += value.Value switch { "(" => 1, ")" => -1, _ => 0 };
            if (open > MaxDepth)
                throw TooDeep(value);
        }
        while (open > 0);
        next++;
        return first.Value.Equals("BBOX", StringComparison.OrdinalIgnoreCase)
            ? places.Box(text[first.After..tokens[next - 1].At].Trim().TrimStart('('))
            : places.WellKnownText(text[first.At..tokens[next - 1].After], first.At);
    }

    private Cql TemporalArguments(Func<Span, Span, Cql> make)
    {
        next++;
        Expect("(");
        var left = Interval();
        Expect(",");
        var right = Interval();
        Expect(")");
        return make(left, right);
    }

    private Span Interval()
    {
        if (!Peek.Value.Equals("INTERVAL", StringComparison.OrdinalIgnoreCase))
        {
            var moment = Value();
            return new(moment, moment);
        }

        next++;
        Expect("(");
        var from = End();
        Expect(",");
        var to = End();
        Expect(")");
        return new(from, to);
    }

    private Scalar? End()
    {
        if (Peek is not { Kind: TokenKind.Text })
            return Value();
        if (Peek.Value is not ("" or ".."))
            return Day();
        next++;
        return null;
    }

    private static Cql Unless(bool no, Cql filter) => no ? new Not(filter) : filter;

    private bool TakeWord(string word)
    {
        var found = Peek.Kind == TokenKind.Word && Peek.Value.Equals(word, StringComparison.OrdinalIgnoreCase);
        next += found ? 1 : 0;
        return found;
    }

    private bool TakeSymbol(string symbol)
    {
        var found = Peek.Kind == TokenKind.Symbol && Peek.Value == symbol;
        next += found ? 1 : 0;
        return found;
    }

    private void Expect(string symbol)
    {
        if (!TakeSymbol(symbol))
            throw Unexpected($"'{symbol}'");
    }

    private Rpc.RpcException Unexpected(string expected) =>
        CqlFault.Syntax(Peek.At, $"expected {expected}, found {(Peek.Kind == TokenKind.End ? "the end" : $"'{Peek.Value}'")}");
}
