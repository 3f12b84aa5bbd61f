using Bolyst.Service.Hosting;
using Bolyst.Store;

try
{
    await BolystServer.RunAsync(ServerOptions.Read(args));
    return 0;
}
catch (Exception fault) when (fault is ServerOptionException or StoreException or IOException)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
