"""Small words that tell languages with Latin letters apart; those that two share are left out."""

# fmt: off
ENGLISH = frozenset(
    {
        "the", "of", "and", "is", "are", "was", "were", "my", "it", "its", "this", "that", "these",
        "with", "for", "from", "but", "not", "no", "when", "while", "after", "before", "why",
        "what", "how", "which", "does", "do", "doesn't", "don't", "isn't", "has", "have", "had",
        "can", "cannot", "should", "would", "only", "at", "by", "on", "to", "i", "i'm", "we",
        "you", "your", "our", "be", "been", "as", "than", "then", "there", "if", "or", "all",
        "every", "each", "same", "still", "very", "too", "up", "down", "goes", "gets", "stays",
        "stuck", "keeps", "using", "use", "never", "always", "about", "into", "without", "any",
        "some", "just", "out", "high", "low", "higher", "lower", "better", "worse", "falls",
        "rises", "drops", "wrong", "right", "help", "please", "thanks", "hello", "they", "them",
    }
)
OTHERS = {
    "Portuguese": frozenset(
        {
            "não", "uma", "com", "os", "da", "do", "dos", "das", "meu", "minha", "está", "são",
            "mais", "muito", "mas", "também", "treino", "treinamento", "perda", "quando", "depois",
            "em", "ao", "isso", "você", "eu", "acurácia", "aprendizado", "dados",
        }
    ),
    "Italian": frozenset(
        {
            "il", "che", "non", "di", "della", "del", "sono", "mio", "mia", "gli", "perché",
            "questo", "anche", "dopo", "più", "durante", "addestramento", "perdita", "ma",
            "modello", "dati", "rete", "sul", "sulla", "nel", "nella", "una", "è", "scende",
        }
    ),
    "Dutch": frozenset(
        {
            "het", "een", "niet", "mijn", "van", "ik", "maar", "wordt", "zijn", "heeft", "deze",
            "voor", "naar", "waarom", "geen", "bij", "ook", "verlies", "nauwkeurigheid", "dat",
            "blijft", "tijdens", "op", "te",
        }
    ),
    "Polish": frozenset(
        {
            "nie", "jest", "się", "na", "po", "dla", "jak", "czy", "ale", "mój", "moja", "strata",
            "dokładność", "przez", "tylko", "dlaczego", "w", "z", "uczenia", "zbiór", "danych",
        }
    ),
    "Turkish": frozenset(
        {
            "bir", "ve", "bu", "için", "ile", "çok", "ama", "neden", "değil", "eğitim",
            "doğruluk", "sonra", "gibi", "daha", "benim", "olarak", "veri", "modelim", "düşmüyor",
        }
    ),
    "Vietnamese": frozenset(
        {
            "không", "và", "là", "của", "cho", "khi", "một", "được", "tôi", "mô", "hình", "này",
            "các", "với", "bị", "tại", "sao", "huấn", "luyện",
        }
    ),
    "Indonesian": frozenset(
        {
            "yang", "dan", "tidak", "saya", "dengan", "untuk", "ini", "itu", "pada", "dari",
            "kenapa", "akurasi", "setelah", "terus", "adalah", "sudah", "pelatihan",
        }
    ),
    "Swedish": frozenset(
        {
            "och", "inte", "är", "jag", "att", "på", "som", "för", "till", "efter", "varför",
            "min", "mitt", "förlusten", "träning", "bara", "blir", "ikke", "og", "jeg",
        }
    ),
    "Romanian": frozenset(
        {
            "nu", "și", "este", "pentru", "după", "cu", "mai", "dar", "meu", "mea", "antrenare",
            "pierderea", "modelul", "acuratețea",
        }
    ),
    "Czech": frozenset(
        {
            "že", "je", "proč", "není", "při", "ale", "jsem", "mám", "ztráta", "přesnost",
            "trénování", "však", "nebo", "když", "hodnota",
        }
    ),
}
# fmt: on
