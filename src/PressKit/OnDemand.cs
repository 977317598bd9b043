namespace PressKit;

/// <summary>A value that is made or read when somebody asks for it.</summary>
internal interface IOnDemand<out T>
{
    /// <summary>The value.</summary>
    T Value { get; }
}

/// <summary>A value that is there, or is made once.</summary>
internal sealed class OnDemand<T> : Lazy<T>, IOnDemand<T>
{
    /// <summary>One that is there.</summary>
    public OnDemand(T value)
        : base(value)
    {
    }

    /// <summary>One that is made when it is asked for.</summary>
    public OnDemand(Func<T> make)
        : base(make)
    {
    }
}
