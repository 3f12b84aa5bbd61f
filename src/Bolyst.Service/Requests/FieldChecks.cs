using System.Globalization;
using System.Runtime.CompilerServices;
using Bolyst.Service.Faults;
using Bolyst.Store.Model;
using Google.Rpc;

namespace Bolyst.Service.Requests;

/// <summary>
/// Collects what is wrong with a request, so that a caller hears everything at once. Each check names the field by its path in the
/// request. <see cref="ThrowIfAny"/> ends the call when something is wrong.
/// </summary>
internal sealed class FieldChecks
{
    private readonly List<BadRequest.Types.FieldViolation> violations = [];
    private V1.ErrorReason first;

    /// <summary>A text that must be given.</summary>
    public string Required(string value, string field)
    {
        if (value.Length == 0)
        {
            Add(V1.ErrorReason.FieldRequired, field, "must be given.");
        }

        return value;
    }

    /// <summary>A zone that must be given, with both its parts.</summary>
    public void Required(V1.ZoneRef? zone, string field)
    {
        if (zone is null)
        {
            Add(V1.ErrorReason.FieldRequired, field, "must be given.");
            return;
        }

        Required(zone.ZoneSet, field + ".zone_set");
        Required(zone.Code, field + ".code");
    }

    /// <summary>Several zones, each with both its parts.</summary>
    public void Zones(IReadOnlyList<V1.ZoneRef> zones, int least, int most, string field)
    {
        Count(zones.Count, least, most, field);
        for (var i = 0; i < Math.Min(zones.Count, most); i++)
        {
            Required(zones[i], string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"));
        }
    }

    /// <summary>A zone that may be left out; if given, with both its parts.</summary>
    public void Optional(V1.ZoneRef? zone, string field)
    {
        if (zone is not null)
        {
            Required(zone, field);
        }
    }

    /// <summary>A message that must be given.</summary>
    public bool Present([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] object? message, string field)
    {
        if (message is null)
        {
            Add(V1.ErrorReason.FieldRequired, field, "must be given.");
        }

        return message is not null;
    }

    /// <summary>A number of entries.</summary>
    public void Count(int count, int least, int most, string field)
    {
        if (count == 0 && least > 0)
        {
            Add(V1.ErrorReason.FieldRequired, field, string.Create(CultureInfo.InvariantCulture, $"needs {least} to {most} entries."));
        }
        else if (count < least || count > most)
        {
            Add(V1.ErrorReason.FieldOutOfRange, field, string.Create(CultureInfo.InvariantCulture, $"has {count} entries; {least} to {most} are possible."));
        }
    }

    /// <summary>A number that must not be negative: a page size, a dataset version, a year.</summary>
    public void NotNegative(long value, string field)
    {
        if (value < 0)
        {
            Add(V1.ErrorReason.FieldOutOfRange, field, string.Create(CultureInfo.InvariantCulture, $"is {value}; it must be 0 or more."));
        }
    }

    /// <summary>A whole number within bounds, or 0 for the default.</summary>
    public void Between(int value, int least, int most, string field)
    {
        if (value != 0 && (value < least || value > most))
        {
            Add(V1.ErrorReason.FieldOutOfRange, field, string.Create(CultureInfo.InvariantCulture, $"is {value}; it must be {least} to {most}, or 0 for the default."));
        }
    }

    /// <summary>A confidence level: 0 for the default of 0.95, else between 0 and 1.</summary>
    public double ConfidenceLevel(double level) => Level(level, 0.95, "confidence_level");

    /// <summary>A level of confidence or significance: 0 for the default, else between 0 and 1.</summary>
    public double Level(double level, double byDefault, string field)
    {
        if (level is 0)
        {
            return byDefault;
        }

        if (level is not (> 0 and < 1))
        {
            Add(
                V1.ErrorReason.FieldOutOfRange,
                field,
                string.Create(CultureInfo.InvariantCulture, $"is {level}; it must be above 0 and below 1, such as {byDefault} (0 means {byDefault})."));
        }

        return level;
    }

    /// <summary>A day, or null when left out.</summary>
    public DateOnly? Date(string text, string field)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Add(V1.ErrorReason.FieldMalformed, field, $"'{Shown(text)}' is not a date. Write YYYY-MM-DD.");
        return null;
    }

    /// <summary>A period, or null when left out.</summary>
    public Period? Period(string text, string field)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (Store.Model.Period.TryParse(text, out var period))
        {
            return period;
        }

        Add(V1.ErrorReason.FieldMalformed, field, $"'{Shown(text)}' is not a period. Write 2013, 2021K4, 2021M05, 2019-2021 or 2013-01-01.");
        return null;
    }

    /// <summary>One selection of a column, which must be given.</summary>
    public void Selection(V1.IndicatorSelection? selection, string field)
    {
        if (Present(selection, field))
        {
            Required(selection.Indicator, field + ".indicator");
            Period(selection.Period, field + ".period");
        }
    }

    /// <summary>A number that is neither infinite nor NaN.</summary>
    public void Finite(double value, string field)
    {
        if (!double.IsFinite(value))
        {
            Add(V1.ErrorReason.FieldOutOfRange, field, "must be a finite number.");
        }
    }

    /// <summary>Selections of columns.</summary>
    public void Selections(IReadOnlyList<V1.IndicatorSelection> selections, int least, int most, string field = "selections")
    {
        Count(selections.Count, least, most, field);
        for (var i = 0; i < Math.Min(selections.Count, most); i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]");
            Required(selections[i].Indicator, path + ".indicator");
            Period(selections[i].Period, path + ".period");
        }
    }

    /// <summary>An enum value that the contract knows.</summary>
    public T Known<T>(T value, string field)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            Add(V1.ErrorReason.FieldMalformed, field, string.Create(CultureInfo.InvariantCulture, $"{Unsafe.As<T, int>(ref value)} is not a value of {typeof(T).Name}."));
        }

        return value;
    }

    /// <summary>Notes something else that is wrong with a field.</summary>
    public void Add(V1.ErrorReason reason, string field, string description)
    {
        if (violations.Count == 0)
        {
            first = reason;
        }

        // A request with a thousand faults is answered with the first ones: details travel in a header of limited size.
        if (violations.Count < 20)
        {
            violations.Add(new() { Field = field, Description = description });
        }
    }

    /// <summary>Ends the call if anything is wrong.</summary>
    public void ThrowIfAny()
    {
        if (violations.Count > 0)
        {
            throw Fault.InvalidArgument(first, violations);
        }
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
