package groundwork.simulated.answers;

import static groundwork.aws.ResourceTypes.ACM_CERTIFICATE;
import static groundwork.aws.ResourceTypes.APIGATEWAYV2_DOMAIN_NAME;

import groundwork.simulated.Wanted;
import java.util.Map;
import java.util.Optional;

/** A type whose outputs take more than a template. */
@FunctionalInterface
public interface Special {
    Map<String, Special> ALL = Map.of(
            ACM_CERTIFICATE,
            CertificateOptions::compute,
            APIGATEWAYV2_DOMAIN_NAME,
            ApiDomainTarget::compute,
            "random:index/randomPassword:RandomPassword",
            RandomPasswords::compute,
            "awsx:ec2:Vpc",
            AwsxVpc::compute);

    void compute(Wanted wanted, Map<String, Object> outputs);

    static Optional<Special> of(String type) {
        return Optional.ofNullable(ALL.get(type));
    }
}
