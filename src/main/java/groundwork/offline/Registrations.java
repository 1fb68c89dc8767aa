package groundwork.offline;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recorded.Options;
import groundwork.values.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest;

/** Keeps a request to the engine as a record, every option of it. */
final class Registrations {
    private Registrations() {}

    static Recorded recorded(
            String urn,
            RegisterResourceRequest request,
            String id,
            SortedMap<String, Object> inputs,
            SortedMap<String, Object> outputs) {
        var propertyDependencies = new TreeMap<String, SortedSet<String>>();
        request.getPropertyDependenciesMap()
                .forEach((property, on) -> propertyDependencies.put(property, sorted(on.getUrnsList())));
        propertyDependencies.values().removeIf(Collection::isEmpty);
        var options = new Options(
                request.getProtect(),
                request.getRetainOnDelete(),
                request.getDeleteBeforeReplace(),
                request.getIgnoreChangesList(),
                request.getReplaceOnChangesList(),
                request.getAliasesList().stream().map(Registrations::alias).toList(),
                request.getAdditionalSecretOutputsList(),
                request.getProvider(),
                request.getVersion(),
                request.getImportId(),
                false);
        return new Recorded(
                urn,
                request.getType(),
                request.getName(),
                request.getParent(),
                request.getCustom(),
                request.getRemote(),
                Optional.of(id).filter(known -> !known.isEmpty()),
                inputs,
                withSecrets(outputs, request.getAdditionalSecretOutputsList()),
                sorted(request.getDependenciesList()),
                propertyDependencies,
                options);
    }

    static Recorded read(
            String urn,
            ReadResourceRequest request,
            SortedMap<String, Object> inputs,
            SortedMap<String, Object> outputs) {
        var options = new Options(
                false,
                true,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                request.getProvider(),
                request.getVersion(),
                "",
                true);
        return new Recorded(
                urn,
                request.getType(),
                request.getName(),
                request.getParent(),
                true,
                false,
                Optional.of(request.getId()),
                inputs,
                outputs,
                sorted(request.getDependenciesList()),
                new TreeMap<>(),
                options);
    }

    private static SortedMap<String, Object> withSecrets(SortedMap<String, Object> outputs, Collection<String> secret) {
        if (secret.isEmpty()) {
            return outputs;
        }
        var wrapped = new TreeMap<>(outputs);
        secret.forEach(property -> wrapped.computeIfPresent(property, (same, value) -> Secret.of(value)));
        return wrapped;
    }

    private static SortedSet<String> sorted(Collection<String> urns) {
        return new TreeSet<>(urns);
    }

    private static String alias(Alias alias) {
        return alias.hasSpec()
                ? Map.of(
                                "name",
                                alias.getSpec().getName(),
                                "type",
                                alias.getSpec().getType())
                        .toString()
                : alias.getUrn();
    }
}
