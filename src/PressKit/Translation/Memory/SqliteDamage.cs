using Microsoft.Data.Sqlite;

namespace PressKit.Translation.Memory;

/// <summary>Tells a damaged database from one that is busy or cannot be written.</summary>
internal static class SqliteDamage
{
    private const int Error = 1, Corrupt = 11, NotFound = 12, Schema = 17, NoDatabase = 26, InputOutput = 10, ReadOnly = 8;

    /// <summary>Whether an exception says that the database is not what was written.</summary>
    public static bool Is(Exception exception) => exception is IndexDamagedException
        || exception is SqliteException { SqliteErrorCode: Error or Corrupt or NotFound or Schema or NoDatabase or InputOutput or ReadOnly };
}
