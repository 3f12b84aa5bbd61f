using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bolyst.Rpc.Tests.Server;

/// <summary>Keeps warnings and errors, for tests to look at.</summary>
public sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> lines = new();

    public IReadOnlyCollection<(LogLevel Level, string Line)> All => lines;

    /// <summary>Lines not worth keeping.</summary>
    public Predicate<string> Ignored { get; set; } = _ => false;

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{formatter(state, exception)} {exception}";
            if (IsEnabled(logLevel) && !owner.Ignored(line))
            {
                owner.lines.Enqueue((logLevel, line));
            }
        }
    }
}
