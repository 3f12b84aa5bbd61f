using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bolyst.Rpc.Http2;

/// <summary>
/// Makes up for a race in Kestrel (https://github.com/dotnet/aspnetcore/issues/53736, docs/decisions/0006): a window update at the very end
/// of an answer may leave the stream's object marked as queued for writing when it is in no queue. Kestrel uses the object again with the
/// mark on, and of that call's answer nothing is ever sent. A request that begins has nothing to write, so the mark is taken off before
/// anything else runs.
/// </summary>
internal sealed class ReusedStreams : IStartupFilter
{
    private const BindingFlags Private = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly Action<IFeatureCollection>? TakeMarkOff = Compile();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => TakeMarkOff is null ? next : app =>
    {
        app.Use(following => http =>
        {
            TakeMarkOff(http.Features);
            return following(http);
        });
        next(app);
    };

    /// <summary><c>if (features is Http2Stream stream) stream._http2Output._isScheduled = false</c>, which only Kestrel itself may write so.</summary>
    private static Action<IFeatureCollection>? Compile()
    {
        if (typeof(KestrelServer).Assembly.GetType("Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http2.Http2Stream") is not { } stream
            || stream.GetField("_http2Output", Private) is not { } output
            || output.FieldType.GetField("_isScheduled", Private) is not { } mark
            || mark.FieldType != typeof(bool))
        {
            return null;
        }

        var features = Expression.Parameter(typeof(IFeatureCollection));
        var isMarked = Expression.Field(Expression.Field(Expression.Convert(features, stream), output), mark);
        return Expression.Lambda<Action<IFeatureCollection>>(
            Expression.IfThen(Expression.TypeIs(features, stream), Expression.Assign(isMarked, Expression.Constant(false))), features).Compile();
    }
}
