using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bolyst.Service.Hosting;
using Bolyst.Store;
using Bolyst.Testing;

namespace Bolyst.Service.Tests.Hosting;

public class TlsTests
{
    [Fact]
    public async Task With_a_certificate_both_ports_speak_tls_and_http_2()
    {
        var pem = Path.GetTempFileName();
        await File.WriteAllTextAsync(pem, SelfSigned());
        await using var database = await TestDatabase.CreateAsync();
        await using var store = await BolystStore.OpenAsync(database.ConnectionString, new());
        await using var app = BolystServer.Build(new() { Database = database.ConnectionString, Port = 0, GrpcPort = 0, Certificate = pem }, store);
        await app.StartAsync();
        using var ours = X509Certificate2.CreateFromPemFile(pem);
        using var handler = new SocketsHttpHandler
        {
            SslOptions = { CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { ours }, RevocationMode = X509RevocationMode.NoCheck } },
        };
        using var client = new HttpClient(handler) { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        Assert.Equal(2, app.Urls.Count);
        foreach (var url in app.Urls)
        {
            Assert.StartsWith("https://", url, StringComparison.Ordinal);
            Assert.Equal("ok\n", await client.GetStringAsync(new Uri(new Uri(url), "/healthz")));
        }

        File.Delete(pem);
    }

    /// <summary>Certificate and key in one file, for the day around now.</summary>
    private static string SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bolyst.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
    }
}
