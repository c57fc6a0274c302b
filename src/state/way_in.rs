//! Another way in for the attempt at the cursor, as buttons of the guest's page offer it.
//!
//! What becomes of the story is the session's matter.

use redemption_engine::act::Act;
use redemption_engine::guest::WayIn;
use redemption_engine::wording;

use super::{App, Doer};

impl App {
    /// Lets the guest begin the attempt at the cursor by another way in.
    pub fn come_by(&self, way_in: WayIn) {
        if self.only_reads() {
            return;
        }
        let act = Act::TryAgain(way_in);
        let label = format!("{}: {}", Doer::of(act).name(), wording::act(act));
        if self.session.update(|session| session.come_by(label, way_in)) {
            self.drop_undo_notice();
            self.go_on_to_a_row();
            self.after_move();
        }
    }
}
