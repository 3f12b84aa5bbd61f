using Google.Protobuf.Reflection;

namespace Bolyst.Rpc.Hosting;

/// <summary>The contracts that the application serves, as reflection shows them.</summary>
internal sealed class MappedServices
{
    private readonly List<ServiceDescriptor> contracts = [];

    public IReadOnlyList<ServiceDescriptor> Contracts => contracts;

    public bool AnswersUnknownServices { get; set; }

    public void Add(ServiceDescriptor contract) => contracts.Add(contract);
}
