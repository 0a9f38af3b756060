// On every page: type and base styles.
import "./fonts.css";
import "./app.css";
