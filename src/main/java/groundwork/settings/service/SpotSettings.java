package groundwork.settings.service;

import groundwork.settings.marks.Between;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;
import groundwork.settings.units.Percent;

/** The first {@code base} tasks are on demand; of the others this share is on Spot. */
@Short("share")
public record SpotSettings(
        @Setting(value = "Tasks that are always on demand", example = "1", cost = "the full price for each of them")
                @Between(min = "0", max = "5000")
                int base,
        @Setting(
                        value = "Share of the others that runs on Spot",
                        example = "50%",
                        cost = "about a third of the price for each on Spot")
                Percent share) {}
