namespace BienNien.Reading.Packages;

/// <summary>How much may still be unpacked from one file, whatever sizes it declares.</summary>
/// <param name="limit">Bytes, all parts together.</param>
/// <param name="whole">The budget that this one is a share of, or null.</param>
internal sealed class UnpackBudget(long limit, UnpackBudget? whole = null)
{
    private long _unpacked;

    /// <summary>What may be unpacked at most, in bytes.</summary>
    public long Limit { get; } = limit;

    /// <summary>A stream that throws <see cref="SpentException"/> when more is read from it than is left.</summary>
    public Stream Watch(Stream inner) => new WatchedStream(this, inner);

    /// <summary>Takes from what is left.</summary>
    /// <exception cref="SpentException">There is not so much.</exception>
    public void Take(long bytes)
    {
        whole?.Take(bytes);
        _unpacked += bytes;
        if (_unpacked > Limit)
        {
            throw new SpentException();
        }
    }

    /// <summary>The file unpacks to more than the limit.</summary>
    internal sealed class SpentException : Exception
    {
        public SpentException()
        {
        }

        public SpentException(string message)
            : base(message)
        {
        }

        public SpentException(string message, Exception inner)
            : base(message, inner)
        {
        }
    }

    private sealed class WatchedStream(UnpackBudget budget, Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = inner.Read(buffer);
            budget.Take(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
