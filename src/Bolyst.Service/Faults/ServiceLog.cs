namespace Bolyst.Service.Faults;

/// <summary>What the service writes to its log.</summary>
internal static partial class ServiceLog
{
    [LoggerMessage(Level = LogLevel.Error, EventId = 1, EventName = "CallFailed", Message = "{Method} failed with fault id {Id}.")]
    public static partial void CallFailed(ILogger logger, string method, string id, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 2, EventName = "DatabaseUnavailable", Message = "{Method}: the database does not answer.")]
    public static partial void DatabaseUnavailable(ILogger logger, string method, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, EventId = 3, EventName = "NotReadAhead", Message = "{What} could not be read ahead.")]
    public static partial void NotReadAhead(ILogger logger, string what, Exception fault);
}
