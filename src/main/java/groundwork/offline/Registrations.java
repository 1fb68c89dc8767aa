package groundwork.offline;

import groundwork.offline.recording.Recorded;
import groundwork.offline.recording.Recorded.Dependencies;
import groundwork.offline.recording.Recorded.Options;
import groundwork.offline.recording.Recorded.Replacement;
import groundwork.offline.recording.Urns;
import groundwork.simulated.Made;
import groundwork.simulated.Place;
import groundwork.simulated.Wanted;
import groundwork.values.Secret;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest;

/** Keeps a request to the engine as a record, every option of it. */
record Registrations(Urns urns) {
    /** What is registered, before it is known what becomes of it. */
    Recorded asked(String urn, RegisterResourceRequest request, SortedMap<String, Object> inputs, Place place) {
        var propertyDependencies = new TreeMap<String, SortedSet<String>>();
        request.getPropertyDependenciesMap()
                .forEach((property, on) -> propertyDependencies.put(property, sorted(on.getUrnsList())));
        propertyDependencies.values().removeIf(Collection::isEmpty);
        var deleteFirst = request.getDeleteBeforeReplaceDefined()
                ? Optional.of(request.getDeleteBeforeReplace())
                : Optional.<Boolean>empty();
        var options = new Options(
                request.getProtect(),
                request.getRetainOnDelete(),
                request.getIgnoreChangesList(),
                request.getAdditionalSecretOutputsList(),
                new Replacement(deleteFirst, request.getReplaceOnChangesList(), aliases(request)),
                request.getProvider(),
                false);
        return new Recorded(
                new Wanted(urn, request.getType(), request.getName(), inputs, place),
                request.getParent(),
                request.getCustom(),
                request.getRemote(),
                Optional.empty(),
                new TreeMap<>(),
                new Dependencies(sorted(request.getDependenciesList()), propertyDependencies),
                options);
    }

    static Recorded made(Recorded asked, Made made) {
        return asked.with(
                Optional.of(made.id()).filter(known -> !known.isEmpty()),
                withSecrets(made.outputs(), asked.options().secretOutputs()));
    }

    static Recorded read(Wanted wanted, ReadResourceRequest request, SortedMap<String, Object> outputs) {
        return new Recorded(
                wanted,
                request.getParent(),
                true,
                false,
                Optional.of(request.getId()),
                outputs,
                new Dependencies(sorted(request.getDependenciesList()), new TreeMap<>()),
                new Options(false, true, List.of(), List.of(), Replacement.USUAL, request.getProvider(), true));
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

    private List<String> aliases(RegisterResourceRequest request) {
        return Stream.concat(
                        request.getAliasesList().stream().map(alias -> urn(alias, request)),
                        request.getAliasURNsList().stream())
                .toList();
    }

    /** Whatever an alias leaves out is as it is now. */
    private String urn(Alias alias, RegisterResourceRequest now) {
        if (!alias.hasSpec()) {
            return alias.getUrn();
        }
        var spec = alias.getSpec();
        var parent = spec.getNoParent() ? "" : given(spec.getParentUrn(), now.getParent());
        return new Urns(given(spec.getProject(), urns.project()), given(spec.getStack(), urns.stack()))
                .of(parent, given(spec.getType(), now.getType()), given(spec.getName(), now.getName()));
    }

    private static String given(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
