package groundwork.simulated.answers;

import groundwork.simulated.Wanted;
import java.util.Map;
import java.util.Optional;

/** A type whose outputs take more than a template. */
@FunctionalInterface
public interface Special {
    Map<String, Special> ALL = Map.of(
            "aws:acm/certificate:Certificate", CertificateOptions::compute,
            "aws:apigatewayv2/domainName:DomainName", ApiDomainTarget::compute,
            "random:index/randomPassword:RandomPassword", RandomPasswords::compute,
            "awsx:ec2:Vpc", AwsxVpc::compute);

    void compute(Wanted wanted, Map<String, Object> outputs);

    static Optional<Special> of(String type) {
        return Optional.ofNullable(ALL.get(type));
    }
}
