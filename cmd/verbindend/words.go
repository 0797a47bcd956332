package main

import (
	"verbindend/cmd/verbindend/demo"
	"verbindend/session"
)

// words are what the program says in a terminal, in one language. What is to be filled in follows fmt.
type words struct {
	// the welcome of serve
	hostLink, hostPage, hostKey  string
	phones, phonesHere           string
	noNetwork, onlyHere          string
	stored, storedRedis, howStop string

	// what can go wrong
	portBusy, portDenied, portOther string // address; the last one also the cause
	lockedIn, noStore, redisSilent  string // where; the last one the cause
	noSession, notReady, noAnswer   string // which; the last two also what was answered
	reportWritten                   string // where

	// where a machine falls short
	fewFiles, littleMemory, littleDisk   string // what it has, the capacity, what that needs; of the disk only what it has
	clockBehind, clockDiffers            string // our time and the store's; by how much
	redisForgets, redisLate, redisEvicts string // —; the setting; the setting

	// the demo
	demoIntro, demoHost, demoScreen string // how many; —
	demoJoin, demoAgain             string
	demoPort, demoTemporary         string // which; —
	stages                          map[demo.Stage]string
}

var wordsIn = map[session.Lang]words{session.Dutch: dutch, session.English: english}

var dutch = words{
	hostLink:    "Begeleider: open deze link om een sessie te starten",
	hostPage:    "Begeleider: start hier een sessie",
	hostKey:     "(met de sleutel die je zelf hebt opgegeven)",
	phones:      "Telefoons: scan of typ",
	phonesHere:  "Telefoons op dit netwerk: scan of typ",
	noNetwork:   "Er is geen netwerk gevonden. Telefoons kunnen deze computer nu niet bereiken.",
	onlyHere:    "Alleen deze computer kan meedoen: --addr %s is van buiten niet te bereiken.",
	stored:      "Gegevens staan in %s",
	storedRedis: "Gegevens staan in Redis (%s)",
	howStop:     "Stoppen: Ctrl+C",

	portBusy:    "%s is al in gebruik; stop het andere programma of kies een andere poort, bijvoorbeeld --addr :8081",
	portDenied:  "%s mag je niet openen; kies een poort boven 1023, bijvoorbeeld --addr :8080",
	portOther:   "op %s kan niet worden geluisterd: %v",
	lockedIn:    "in %s werkt al een ander Verbindend; stop dat eerst, of kies een andere map met --data",
	noStore:     "in %s staan geen gegevens van Verbindend",
	redisSilent: "Redis kan niet worden gebruikt: %v",
	noSession:   "sessie %s bestaat niet (meer)",
	notReady:    "%s is niet klaar: %s",
	noAnswer:    "%s antwoordt niet: %v",

	reportWritten: "Het verslag staat in %s",

	fewFiles:     "dit programma mag %d bestanden open hebben; voor %d verbindingen zijn er %d nodig: elke telefoon is er een. Verhoog dat met `ulimit -n 65536`",
	littleMemory: "er is %d MB geheugen vrij; %d verbindingen vragen ongeveer %d MB. Geef de server meer geheugen, of zeg met --capacity hoeveel telefoons er komen",
	littleDisk:   "op de schijf met de gegevens is nog %d MB vrij; als die vol is kan niemand meer iets opslaan. Maak ruimte, of kies een andere schijf met --data",
	clockBehind:  "de klok van deze computer staat op %s, maar er is al iets bewaard van %s. Zet de klok goed: tijden in het verslag en de bewaartermijnen volgen die klok",
	clockDiffers: "de klok van deze computer en die van Redis verschillen %v. Zet ze gelijk (NTP), anders lopen timers op verschillende servers uit elkaar",
	redisForgets: "Redis zet niet elke wijziging op schijf (appendonly no): na een herstart van Redis kan weg zijn wat al bevestigd was. Zet `appendonly yes`",
	redisLate:    "Redis schrijft niet elke wijziging meteen naar schijf (appendfsync %s): valt de stroom uit, dan kan iets weg zijn dat al bevestigd was. Zet `appendfsync always`",
	redisEvicts:  "Redis gooit sessies weg als het geheugen vol is (maxmemory-policy %s). Zet `maxmemory-policy noeviction`",

	demoIntro:     "Een verzonnen groep van %d telefoons speelt een sessie. Kijk mee:",
	demoHost:      "Begeleider",
	demoScreen:    "Groot scherm",
	demoJoin:      "Doe zelf mee",
	demoAgain:     "De volgende sessie begint.",
	demoPort:      "Poort 8080 is bezet; de demo gebruikt poort %s.",
	demoTemporary: "een tijdelijke map, die straks weer weg is",
	stages: map[demo.Stage]string{
		demo.Gathering:   "De groep komt binnen …",
		demo.CheckingIn:  "Iedereen zegt met één woord en een cijfer hoe het gaat …",
		demo.Tensions:    "Iedereen geeft aan waar de groep nu staat tussen twee polen, en waar die wil staan …",
		demo.Writing:     "Iedereen schrijft in stilte …",
		demo.Talking:     "In gesprek, alleen, met twee, met vier en met iedereen …",
		demo.Clustering:  "De begeleider legt de kaartjes bij elkaar …",
		demo.Clarifying:  "Is het stembiljet helder? Mist er nog iets? …",
		demo.Voting:      "Iedereen verdeelt stippen; niemand ziet iets van een ander …",
		demo.Revealing:   "De uitslag staat op het scherm.",
		demo.Pausing:     "Even pauze …",
		demo.Formulating: "Aan tafels komen de waarden in woorden; de begeleider kiest de teksten …",
		demo.Consenting:  "Kan iedereen hiermee leven? …",
		demo.Rating:      "Iedereen geeft elke gekozen waarde twee cijfers: hoe belangrijk, en hoe aanwezig vandaag …",
		demo.Committing:  "Wat doen we morgen? Stappen voor de organisatie, en voor jezelf …",
		demo.CheckingOut: "Iedereen kijkt terug met één woord en een cijfer …",
		demo.Ended:       "De sessie is afgelopen. De pagina's en het verslag blijven staan tot je stopt.",
	},
}

var english = words{
	hostLink:    "Facilitator: open this link to start a session",
	hostPage:    "Facilitator: start a session here",
	hostKey:     "(with the key that you have set)",
	phones:      "Phones: scan or type",
	phonesHere:  "Phones on this network: scan or type",
	noNetwork:   "No network was found. Phones cannot reach this computer now.",
	onlyHere:    "Only this computer can take part: --addr %s cannot be reached from outside.",
	stored:      "Data is kept in %s",
	storedRedis: "Data is kept in Redis (%s)",
	howStop:     "To stop: Ctrl+C",

	portBusy:    "%s is in use; stop the other program or choose another port, such as --addr :8081",
	portDenied:  "you may not open %s; choose a port above 1023, such as --addr :8080",
	portOther:   "cannot listen on %s: %v",
	lockedIn:    "another Verbindend is at work in %s; stop that one first, or choose another directory with --data",
	noStore:     "%s holds no data of Verbindend",
	redisSilent: "Redis cannot be used: %v",
	noSession:   "session %s does not exist (any more)",
	notReady:    "%s is not ready: %s",
	noAnswer:    "%s does not answer: %v",

	reportWritten: "The report is in %s",

	fewFiles:     "this program may have %d files open; %d connections need %d: each phone is one. Raise that with `ulimit -n 65536`",
	littleMemory: "%d MB of memory is free; %d connections need about %d MB. Give the server more, or say with --capacity how many phones will come",
	littleDisk:   "%d MB is left on the disk that holds the data; when it is full nobody can save anything. Make room, or choose another disk with --data",
	clockBehind:  "this computer's clock says %s, but something was kept at %s already. Set the clock: the times in reports and what is kept how long follow it",
	clockDiffers: "this computer's clock and that of Redis differ by %v. Set both (NTP), or timers on different servers will not agree",
	redisForgets: "Redis does not put every change on disk (appendonly no): what was acknowledged may be gone when Redis restarts. Set `appendonly yes`",
	redisLate:    "Redis does not put every change on disk at once (appendfsync %s): a power cut may take what was acknowledged. Set `appendfsync always`",
	redisEvicts:  "Redis throws sessions away when its memory is full (maxmemory-policy %s). Set `maxmemory-policy noeviction`",

	demoIntro:     "A fictional group of %d phones plays a session. Look along:",
	demoHost:      "Facilitator",
	demoScreen:    "Big screen",
	demoJoin:      "Take part",
	demoAgain:     "The next session begins.",
	demoPort:      "Port 8080 is in use; the demo takes port %s.",
	demoTemporary: "a temporary directory, gone when you stop",
	stages: map[demo.Stage]string{
		demo.Gathering:   "The group comes in …",
		demo.CheckingIn:  "Everybody says with a word and a number how they are …",
		demo.Tensions:    "Everybody says where the group stands between two poles, and where it wants to stand …",
		demo.Writing:     "Everybody writes in silence …",
		demo.Talking:     "In conversation: alone, in twos, in fours, all together …",
		demo.Clustering:  "The facilitator puts cards together …",
		demo.Clarifying:  "Is the ballot clear? Is something missing? …",
		demo.Voting:      "Everybody places dots; nobody sees anything of the others …",
		demo.Revealing:   "The result is on the screen.",
		demo.Pausing:     "A short break …",
		demo.Formulating: "Tables put the values into words; the facilitator chooses the texts …",
		demo.Consenting:  "Can everybody live with this? …",
		demo.Rating:      "Everybody rates each chosen value: how important, and how present today …",
		demo.Committing:  "What do we do tomorrow? Steps for the organisation, and for oneself …",
		demo.CheckingOut: "Everybody looks back with a word and a number …",
		demo.Ended:       "The session is over. Its pages and report stay until you stop.",
	},
}
