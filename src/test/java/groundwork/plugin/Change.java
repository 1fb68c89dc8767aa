package groundwork.plugin;

import groundwork.values.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;

/** Which properties of a thing are asked to be otherwise. */
record Change(Kind kind, Map<String, Object> before, Map<String, Object> after) {
    DiffResponse response(boolean automaticallyNamed) {
        var changed = properties();
        var replacing = changed.stream().filter(kind::replacedBy).toList();
        return DiffResponse.newBuilder()
                .setChanges(changed.isEmpty() ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME)
                .addAllDiffs(changed)
                .addAllReplaces(replacing)
                .setDeleteBeforeReplace(!replacing.isEmpty() && !automaticallyNamed && keepsItsName())
                .build();
    }

    private SortedSet<String> properties() {
        var all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(property -> Objects.equals(open(before.get(property)), open(after.get(property))));
        return all;
    }

    /** The new one can't stand beside the old one under the same name. */
    private boolean keepsItsName() {
        return kind.nameProperty()
                .filter(name -> Objects.equals(open(before.get(name)), open(after.get(name))))
                .isPresent();
    }

    static Object open(Object value) {
        Object inner = Secret.unwrap(value);
        if (inner instanceof Map<?, ?> map) {
            var opened = new TreeMap<String, Object>();
            map.forEach((key, element) -> opened.put((String) key, open(element)));
            return opened;
        }
        return inner instanceof List<?> list ? list.stream().map(Change::open).toList() : inner;
    }
}
