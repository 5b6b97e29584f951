//! The text of the checkout page, in English and French.

macro_rules! words {
    ($($name:ident: $english:literal, $french:literal;)*) => {
        /// The text of the page. `{}` is a placeholder for [`fill`].
        pub(crate) struct Words {
            $(pub(crate) $name: &'static str,)*
        }

        pub(crate) const ENGLISH: Words = Words { $($name: $english,)* };
        pub(crate) const FRENCH: Words = Words { $($name: $french,)* };
    };
}

words! {
    months: "January February March April May June July August September October November December",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";
    simulation: "Simulation", "Simulation";
    simulation_detail: "No money moves, and Sezzle is not involved.",
        "Aucun argent ne circule, et Sezzle n’en sait rien.";
    checkout: "Checkout", "Paiement";
    // The placeholder is the shop's host.
    your_order_at: "Your order at {}", "Votre commande chez {}";
    your_order: "Your order", "Votre commande";
    // The placeholder is the reference of the order.
    reference: "Reference {}", "Référence {}";
    // The placeholders are the total and the number of payments.
    pay_in: "Pay {} in {} payments", "Payer {} en {}\u{a0}versements";
    every_two_weeks: "The first payment today, then one every two weeks. No interest.",
        "Le premier versement aujourd’hui, puis un toutes les deux semaines. Sans intérêts.";
    every_month: "The first payment today, then one every month.",
        "Le premier versement aujourd’hui, puis un chaque mois.";
    card_detail: "You get a virtual card for the whole amount, which pays the shop at once.",
        "Vous recevez une carte virtuelle du montant total, avec laquelle la boutique est payée aussitôt.";
    payments: "Payments", "Versements";
    today: "Today", "Aujourd’hui";
    item: "Item", "Article";
    quantity: "Quantity", "Quantité";
    amount: "Amount", "Montant";
    sku: "SKU", "UGS";
    shipping: "Shipping", "Livraison";
    tax: "Tax", "Taxes";
    discount: "Discount", "Rabais";
    total: "Total", "Total";
    // The placeholder is the shop.
    consent: "Remember me at {}", "Se souvenir de moi chez {}";
    consent_detail: "Allows the shop to charge later orders without a checkout. I can withdraw this at any time.",
        "Permet à la boutique de me facturer mes prochaines commandes sans passer par cette page. Je peux retirer mon accord en tout temps.";
    the_shop: "the shop", "la boutique";
    your_decision: "Your decision", "Votre décision";
    // The placeholder is the first payment.
    approve: "Approve and pay {} today", "Approuver et payer {} aujourd’hui";
    decline: "Decline", "Refuser";
    decline_detail: "simulates a denial: the order exceeds what the shopper may spend.",
        "simule un refus : la commande dépasse ce que l’acheteur peut dépenser.";
    leave: "Leave", "Quitter";
    leave_detail: "returns to the shop without a decision; this checkout stays open.",
        "retourne à la boutique sans décision; cette page reste ouverte.";
    tokenization_title: "Pay faster next time", "Payez plus vite la prochaine fois";
    // The placeholder is the shop.
    tokenization_detail: "{} would like to charge your later orders without a checkout.",
        "{} souhaite vous facturer vos prochaines commandes sans passer par cette page.";
    tokenization_approve: "Agree", "Accepter";
    tokenization_decline_detail: "declines the shop’s request.", "rejette la demande de la boutique.";
    nothing_due: "Nothing is due today.", "Rien n’est dû aujourd’hui.";
    approved_title: "All done", "C’est fait";
    approved_detail: "This checkout has been approved. There is nothing left to do here.",
        "Ce paiement a été approuvé. Il n’y a plus rien à faire ici.";
    declined_title: "Declined", "Refusé";
    declined_detail: "This checkout was declined and cannot be used again.",
        "Ce paiement a été refusé et ne peut plus servir.";
    expired_title: "This checkout has expired", "Cette page a expiré";
    expired_detail: "It expired before a decision was made. Return to the shop to start a new one.",
        "Le délai est passé sans décision. Retournez à la boutique pour recommencer.";
    deleted_title: "This checkout was deleted", "Cette page n’existe plus";
    deleted_detail: "The shop has deleted it. Return to the shop to start a new one.",
        "La boutique l’a retirée. Retournez à la boutique pour recommencer.";
    keys_rejected_title: "Checkout is not available", "Le paiement n’est pas disponible";
    keys_rejected_detail: "The shop’s API keys were not accepted, so no order was started.",
        "Les clés d’API de la boutique n’ont pas été acceptées; aucune commande n’a été créée.";
    unknown_title: "Checkout not found", "Cette page de paiement n’existe pas";
    unknown_detail: "The address may be incomplete, or the simulator was restarted or reset.",
        "L’adresse est peut-être incomplète, ou le simulateur a été relancé ou réinitialisé depuis.";
    already_title: "Already decided", "Décision déjà prise";
    already_detail: "This checkout was already finished, so nothing was changed.",
        "Ce paiement était déjà terminé; rien n’a changé.";
    nowhere_title: "The shop’s address cannot be opened", "L’adresse de la boutique ne peut pas être ouverte";
    nowhere_detail: "Your decision is recorded. The shop redirects you to:",
        "Votre décision est enregistrée. La boutique souhaite que vous alliez à :";
    back_to_shop: "Return to the shop", "Retourner à la boutique";
    footer: "A local simulator of the Sezzle API for development and tests. Not affiliated with Sezzle.",
        "Un simulateur local de l’API de Sezzle, pour le développement et les essais. Sans lien avec Sezzle.";
    dashboard: "Dashboard", "Tableau de bord";
}

/// Replaces the first placeholder.
pub(crate) fn fill(words: &str, value: &str) -> String {
    words.replacen("{}", value, 1)
}
