namespace PressKit.Translation.Memory;

/// <summary>The sources with the greatest weights, of all that are offered: a heap with the least of them on top.</summary>
internal sealed class Strongest(int capacity)
{
    private readonly int[] _places = new int[capacity];
    private readonly float[] _weights = new float[capacity];
    private int _count;

    /// <summary>The weight that a source must pass to be taken in.</summary>
    public float Least => _count < capacity ? float.NegativeInfinity : _weights[0];

    /// <summary>Takes all out.</summary>
    public void Clear() => _count = 0;

    /// <summary>Takes a source in, in place of the weakest where there are enough.</summary>
    public void Add(int place, float weight)
    {
        if (_count < capacity) Rise(_count++, place, weight);
        else if (weight > _weights[0]) Sink(0, _count, place, weight);
    }

    /// <summary>Adds the sources to a list, the strongest first, and forgets them.</summary>
    public void MoveTo(List<int> places)
    {
        // Heap sort: the weakest goes to the end of what is left.
        for (var end = _count - 1; end > 0; end--)
        {
            var (place, weight) = (_places[end], _weights[end]);
            (_places[end], _weights[end]) = (_places[0], _weights[0]);
            Sink(0, end, place, weight);
        }

        for (var i = 0; i < _count; i++) places.Add(_places[i]);
        _count = 0;
    }

    private void Rise(int at, int place, float weight)
    {
        for (int parent; at > 0 && IsWeaker(place, weight, parent = (at - 1) / 2); at = parent)
            (_places[at], _weights[at]) = (_places[parent], _weights[parent]);
        (_places[at], _weights[at]) = (place, weight);
    }

    private void Sink(int at, int count, int place, float weight)
    {
        for (var child = at * 2 + 1; child < count; child = at * 2 + 1)
        {
            if (child + 1 < count && IsWeaker(_places[child + 1], _weights[child + 1], child)) child++;
            if (IsWeaker(place, weight, child)) break;
            (_places[at], _weights[at]) = (_places[child], _weights[child]);
            at = child;
        }

        (_places[at], _weights[at]) = (place, weight);
    }

    private bool IsWeaker(int place, float weight, int than) =>
        weight < _weights[than] || (weight.Equals(_weights[than]) && place > _places[than]);
}
