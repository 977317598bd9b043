using Microsoft.Extensions.Logging;

namespace PressKit.Review.Host;

/// <summary>Hands errors of the server itself on. Nothing of a request is in them: addresses may hold invitations.</summary>
internal sealed class ErrorNotes(Action<string> note) : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Category(categoryName, note);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Category(string name, Action<string> note) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) note($"{name}: {exception?.ToString() ?? eventId.Name}");
        }
    }
}
