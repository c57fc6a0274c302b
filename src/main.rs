//! Starts the page: installs the panic hook and puts the app where the static page has its skeleton. Nothing else.

use redemption_simulator::{app, recovery};

fn main() {
    recovery::install();
    app::start();
}
