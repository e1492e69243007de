//! `wasm-package INPUT.wasm FOLDER`: writes `FOLDER/core.js` and `FOLDER/core_bg.wasm`.
//!
//! wasm-bindgen is used as a library, pinned by this crate's lock file, so that a build needs no command line
//! tool of the right version and downloads no prebuilt program.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, folder] = arguments.as_slice() else {
        eprintln!("usage: wasm-package INPUT.wasm FOLDER");
        return ExitCode::from(2);
    };
    match write_glue(input, folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("wasm-package: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn write_glue(input: &str, folder: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name("core");
    // The one target whose glue runs everywhere: the loaders of the package hand it the module themselves …
    bindgen.web(true).map_err(|problem| problem.to_string())?;
    bindgen.omit_default_module_path(true);
    // … and can start a fresh instance after a trap.
    bindgen.reset_state_function(true);
    bindgen.typescript(false);
    // Names of functions are half of the size and nobody reads them in a browser.
    bindgen.remove_name_section(true);
    bindgen.remove_producers_section(true);
    bindgen.generate(folder).map_err(|problem| format!("{problem:#}"))
}
